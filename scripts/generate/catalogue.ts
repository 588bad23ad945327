import type { ContractDocument, ExampleObject, ScenarioObject, SchemaObject } from './contract-document.ts';
import { resolve } from './contract-document.ts';
import type { ContractOperation, ContractResponse } from './operations.ts';
import { contractOperations, responsesOutsideOperations } from './operations.ts';
import { readError } from './read-error.ts';

/** Returns the source of the tables that the code reads, with their types. */
export function catalogueSource(document: ContractDocument): string {
  const operations = contractOperations(document);
  const scenarios = collectScenarios(document, operations);
  return [
    table('info', { title: document.info.title, version: document.info.version }),
    table('servers', serversOf(document)),
    table('envelope', document['x-envelope']),
    table(
      'pairs',
      document['x-error-table'].map(({ status, code }) => ({ status, code })),
    ),
    table('scenarios', Object.fromEntries(scenarios.map((scenario) => [scenario.name, scenarioRow(scenario)]))),
    table('operations', Object.fromEntries(operations.map((each) => [each.operationId, operationRow(document, each)]))),
    table('outsideOperations', failuresRow(document, responsesOutsideOperations(document))),
    table('precedence', document['x-precedence']),
    table('limits', limitsOf(document)),
    table('faultHeader', document['x-fault-header']),
    table('constraintMessages', document['x-constraint-messages']),
    scenarioValuesSource(scenarios),
    TYPES,
  ].join('\n');
}

const TYPES = `export type Basis = 'seed' | 'api' | 'ours';
export type ServerName = keyof typeof servers;
export type Pair = (typeof pairs)[number];
export type Code = Pair['code'];
export type ErrorStatus = Pair['status'];
export type ScenarioName = keyof typeof scenarios;
export type OperationId = keyof typeof operations;
export type ConstraintName = keyof typeof constraintMessages;
`;

interface FoundScenario {
  name: string;
  status: number;
  code: string;
  message: string;
  details: boolean;
  scenario: ScenarioObject;
}

function collectScenarios(document: ContractDocument, operations: ContractOperation[]): FoundScenario[] {
  const statusOf = new Map<string, number>();
  const responses = [
    ...operations.flatMap((operation) => operation.responses),
    ...responsesOutsideOperations(document),
  ];
  for (const response of responses) {
    for (const name of Object.keys(response.examples)) statusOf.set(name, response.status);
  }
  return Object.entries(document.components.examples).flatMap(([name, example]) => {
    const scenario = example['x-scenario'];
    if (scenario === undefined) return [];
    const status = statusOf.get(name);
    if (status === undefined) throw new Error(`The scenario ${name} is not listed by any response in openapi.yaml`);
    return [{ name, status, scenario, ...errorOf(document, name, example) }];
  });
}

function errorOf(
  document: ContractDocument,
  name: string,
  example: ExampleObject,
): { code: string; message: string; details: boolean } {
  const { code, message, details } = readError(document, example.value);
  if (typeof code !== 'string' || typeof message !== 'string') {
    throw new Error(`The value of the scenario ${name} in openapi.yaml is not an error envelope`);
  }
  return { code, message, details: details !== undefined };
}

function scenarioRow(found: FoundScenario): object {
  const { basis, retryable, template, values } = found.scenario;
  const { status, code, message, details } = found;
  return { status, code, basis, retryable, template, values, example: message, details };
}

function operationRow(document: ContractDocument, operation: ContractOperation): object {
  const { method, path, write, body } = operation;
  const failures = operation.responses.filter(({ status }) => status >= 400);
  const success = operation.responses.find(({ status }) => status < 400);
  if (success === undefined) throw new Error(`${operation.operationId} has no success response in openapi.yaml`);
  return {
    method,
    path,
    write,
    takesBody: body !== null,
    body,
    query: Object.fromEntries(
      operation.parameters.filter((each) => each.in === 'query').map(({ name, schema }) => [name, queryRow(schema)]),
    ),
    success: success.status,
    ...failuresRow(document, failures),
  };
}

function failuresRow(document: ContractDocument, failures: ContractResponse[]): object {
  return {
    scenarios: failures.flatMap(({ examples }) => Object.keys(examples)),
    errors: Object.fromEntries(failures.map((response) => [response.status, codesOf(document, response)])),
  };
}

/** The codes that a response's schema allows: the `const` of `error.code`, in each branch of a `oneOf`. */
function codesOf(document: ContractDocument, response: ContractResponse): unknown[] {
  if (response.schema === undefined) throw new Error(`A ${response.status} response in openapi.yaml has no schema`);
  const envelope = resolve<SchemaObject>(document, { $ref: response.schema });
  const names = document['x-envelope'];
  const error = resolve<SchemaObject>(document, envelope.properties?.[names.error] ?? {});
  return (error.oneOf ?? [error]).map(
    (branch) => resolve<SchemaObject>(document, branch).properties?.[names.code]?.const,
  );
}

/** The constraints of a query parameter that plans and probes need. */
function queryRow({ type, minimum, maximum }: SchemaObject): object {
  return { type, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
}

/** The servers of this repository by `x-served-by`: the URL before `/{orgSlug}`, its port and its path. */
function serversOf({ servers }: ContractDocument): object {
  return Object.fromEntries(
    servers.map(({ url, 'x-served-by': name }) => {
      const [baseUrl = ''] = url.split('/{');
      const { port, pathname } = new URL(baseUrl);
      return [name, { baseUrl, port: Number(port), basePath: pathname }];
    }),
  );
}

/** The limits that several parts of the code use: some of the schemas, and `x-limits`. */
function limitsOf(document: ContractDocument): object {
  const { schemas, parameters } = document.components;
  const boundsOf = (name: string): object => {
    const { minimum, maximum, default: byDefault } = schemaOf(parameters, name);
    return { minimum, maximum, byDefault };
  };
  const batch = schemas.BulkCreate;
  const filter = schemaOf(parameters, 'Filter');
  return {
    ...document['x-limits'],
    batch: { minimum: batch?.minItems, maximum: batch?.maxItems },
    page: boundsOf('Page'),
    size: boundsOf('Size'),
    filters: filter.maxProperties,
    filterValue: filter.additionalProperties?.maxLength,
    fields: schemaOf(parameters, 'Fields').maxItems,
    expand: schemaOf(parameters, 'Expand').maxItems,
  };
}

function schemaOf(parameters: ContractDocument['components']['parameters'], name: string): SchemaObject {
  const found = parameters[name];
  if (found === undefined) throw new Error(`openapi.yaml has no parameter ${name}, which defines a limit`);
  return found.schema;
}

function scenarioValuesSource(scenarios: FoundScenario[]): string {
  const rows = scenarios.map(({ name, details, scenario }) => {
    const placeholders = Object.keys(scenario.values).map((value) => `${value}: string | number`);
    const members = details
      ? ['details: readonly { readonly field: string; readonly message: string }[]']
      : scenario.template === null
        ? ['message: string']
        : placeholders;
    return `  ${name}: { ${members.join('; ')} };`.replace('{  }', 'Record<string, never>');
  });
  return `/** The values needed to raise a scenario: its placeholders, its details, or a custom message. */
export interface ScenarioValues {
${rows.join('\n')}
}
`;
}

function table(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
}

import type { ContractDocument, SchemaObject } from './contract-document.ts';
import { resolve } from './contract-document.ts';
import type { ContractOperation } from './operations.ts';
import { contractOperations } from './operations.ts';
import { readError } from './read-error.ts';
import type { ShapeSource } from './success-shape.ts';
import { shapeOf } from './success-shape.ts';

/**
 * Returns the source of the client's run-time data. It contains only what the client needs, because users download every byte of
 * it.
 */
export function clientTableSource(document: ContractDocument): string {
  const operations = contractOperations(document);
  const scenarios = scenariosOf(document, operations);
  const rows = operations.map((each) => [each.operationId, operationRow(document, each, scenarios)]);
  return [
    table('scenarios', scenarios),
    table('operations', Object.fromEntries(rows)),
    table('bulkItemScenarios', bulkItemScenarios(document, scenarios)),
    table('reservedValues', reservedValues(operations)),
    envelopeSource(document),
    TYPES,
  ].join('\n');
}

const TYPES = `export type ScenarioName = keyof typeof scenarios;
export type Code = (typeof scenarios)[ScenarioName]['code'];
export type ErrorStatus = (typeof scenarios)[ScenarioName]['status'];
export type OperationId = keyof typeof operations;
export type BulkItemScenario = (typeof bulkItemScenarios)[number];
`;

interface ScenarioRow {
  status: number;
  code: string;
  /** The message template. Absent if the message is free text, or if it has no values and the code identifies the scenario. */
  template?: string | undefined;
  /** Present if the code identifies the scenario, whatever the message is. */
  alone?: true;
  /** The value that names the invalid field of the request. Present if there is one. */
  field?: string | undefined;
  /** Present if the error has details. */
  details?: true;
  /** Present if the scenario is retryable. */
  retryable?: true;
}

/**
 * The scenarios of operations, in the order of the contract, except that those without a template come last. They match every message,
 * and the client uses the first scenario that a message matches.
 */
function scenariosOf(document: ContractDocument, operations: ContractOperation[]): Record<string, ScenarioRow> {
  const statuses = new Map(
    operations.flatMap(({ responses }) =>
      responses.flatMap(({ status, examples }) => Object.keys(examples).map((name) => [name, status] as const)),
    ),
  );
  const rows = Object.entries(document.components.examples).flatMap(([name, { value, 'x-scenario': scenario }]) => {
    const status = statuses.get(name);
    if (scenario === undefined || status === undefined) return [];
    const { code, details } = errorOf(document, value);
    const alone = isAlone(document, code);
    const row: ScenarioRow = { status, code };
    if (scenario.template?.includes('{') || !alone) row.template = scenario.template ?? undefined;
    if (row.template !== undefined && alone) row.alone = true;
    // The value of the field is in the body of the request: `$request.body#/{column}`.
    const sources = Object.values(scenario.values).map(
      ({ source }) => /^\$request\.body#\/\{(\w+)\}$/.exec(source)?.[1],
    );
    row.field = sources.find((field) => field !== undefined);
    if (details !== undefined) row.details = true;
    if (scenario.retryable) row.retryable = true;
    return [[name, row] as const];
  });
  return Object.fromEntries([
    ...rows.filter(([, { template }]) => template !== undefined),
    ...rows.filter(([, { template }]) => template === undefined),
  ]);
}

/** Whether a code has only one scenario in the contract. */
function isAlone(document: ContractDocument, code: string): boolean {
  const examples = Object.values(document.components.examples).filter((example) => example['x-scenario'] !== undefined);
  return examples.filter(({ value }) => errorOf(document, value).code === code).length === 1;
}

function errorOf(document: ContractDocument, value: unknown): { code: string; details: unknown } {
  const { code, details } = readError(document, value);
  return { code: String(code), details };
}

function operationRow(
  document: ContractDocument,
  { method, path, responses }: ContractOperation,
  scenarios: Record<string, ScenarioRow>,
): object {
  const success = responses.find(({ status }) => status < 400);
  const shape: ShapeSource | null = success?.schema === undefined ? null : shapeOf(document, { $ref: success.schema });
  const raised = responses.filter(({ status }) => status >= 400).flatMap(({ examples }) => Object.keys(examples));
  const inOrder = Object.keys(scenarios).filter((name) => raised.includes(name));
  return { method, path, success: success?.status, shape, scenarios: inOrder };
}

/** The scenarios of a single item in a batch: those of the codes that `BulkItemFailure` allows. */
function bulkItemScenarios(document: ContractDocument, scenarios: Record<string, ScenarioRow>): string[] {
  const item = document.components.schemas.BulkItemFailure?.properties?.error?.oneOf ?? [];
  const codes = item.map(
    (each) => resolve<SchemaObject>(document, each).properties?.[document['x-envelope'].code]?.const,
  );
  return Object.keys(scenarios).filter((name) => codes.includes(scenarios[name]?.code));
}

/**
 * The values of path parameters that would turn a path into another path of the contract, by parameter. For example, the `id` `bulk`
 * turns `/{entityName}/{id}` into `/{entityName}/bulk`.
 */
function reservedValues(operations: ContractOperation[]): Record<string, string[]> {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const reserved: Record<string, string[]> = {};
  for (const path of paths) {
    for (const { 0: placeholder, 1: name = '', index } of path.matchAll(/\{(\w+)\}/g)) {
      const before = path.slice(0, index);
      const after = path.slice(index + placeholder.length);
      const others = paths.filter((other) => other.startsWith(before) && other.endsWith(after));
      const values = others.map((other) => other.slice(before.length, other.length - after.length));
      for (const value of values.filter((each) => /^[^/{}]+$/.test(each))) (reserved[name] ??= []).push(value);
    }
  }
  return reserved;
}

function table(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
}

/**
 * The names of the members of an envelope. Minifiers inline them, which makes the client smaller than a table of names would.
 * Details are returned with the client's names, `field` and `message`. If the contract uses the same names, details are not copied.
 * The names of the contract are also exported as types, which add no bytes.
 */
function envelopeSource({ 'x-envelope': { mediaType, detail, ...members } }: ContractDocument): string {
  const isRenamed = detail.field !== 'field' || detail.message !== 'message';
  const read = `sent.map((each) => each && { ...each, field: each[${quote(detail.field)}], message: each[${quote(detail.message)}] })`;
  return `export const errorMember = ${quote(members.error)};
export const codeMember = ${quote(members.code)};
export const messageMember = ${quote(members.message)};
export const detailsMember = ${quote(members.details)};
export const readDetails = (sent: unknown): unknown => ${isRenamed ? `Array.isArray(sent) ? ${read} : sent` : 'sent'};

export const mediaType = ${quote(mediaType)};
export type MediaType = typeof mediaType;
export type EnvelopeNames = ${JSON.stringify(members, null, 2)};
`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

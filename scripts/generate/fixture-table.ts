import type { ContractDocument } from './contract-document.ts';
import type { ContractResponse } from './operations.ts';
import { contractOperations, responsesOutsideOperations } from './operations.ts';
import { readError } from './read-error.ts';

/** Returns the source of what the fixtures need of the contract. Pages that run tests in a browser download every byte of it. */
export function fixtureTableSource(document: ContractDocument): string {
  const operations = contractOperations(document);
  const outside = responsesOutsideOperations(document);
  const responses = [...operations.flatMap((operation) => operation.responses), ...outside];
  const scenarios = Object.entries(document.components.examples).flatMap(
    ([name, { value, 'x-scenario': scenario }]) => {
      const status = responses.find(({ examples }) => Object.hasOwn(examples, name))?.status;
      if (scenario === undefined || status === undefined) return [];
      const { code, message, details } = readError(document, value);
      const template = scenario.template?.includes('{') ? scenario.template : undefined;
      return [[name, { status, code, message, details: readDetails(document, details), template }]];
    },
  );
  const listed = operations.map(({ operationId, responses: own }) => [operationId, scenariosOf(own)]);
  const { mediaType, ...members } = document['x-envelope'];
  return [
    table('scenarios', Object.fromEntries(scenarios)),
    table('operations', Object.fromEntries([...listed, ['outsideOperations', scenariosOf(outside)]])),
    table('members', members),
    table('mediaType', mediaType),
  ].join('\n');
}

function scenariosOf(responses: readonly ContractResponse[]): readonly string[] {
  return responses.filter(({ status }) => status >= 400).flatMap(({ examples }) => Object.keys(examples));
}

/** The details of an example, with the names that the fixtures use. */
function readDetails({ 'x-envelope': { detail: names } }: ContractDocument, details: unknown): object[] | undefined {
  if (!Array.isArray(details)) return undefined;
  return details.map((each) => ({ field: each[names.field], message: each[names.message] }));
}

function table(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
}

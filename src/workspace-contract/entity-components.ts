import { contract } from '../contract/index.ts';
import type { EntityFacts } from './entity-facts.ts';
import { itemOperationOf } from './entity-facts.ts';
import { itemFailure } from './error-responses.ts';
import type { ExampleValues } from './example-records.ts';
import type { Json, JsonObject } from './json.ts';
import { objectAt } from './json.ts';
import { queryParameters } from './query-parameters.ts';
import { isInherited, recordSchemas } from './record-schemas.ts';
import { scenarioExamples } from './scenario-examples.ts';

/** The components of one entity by kind, each under the name of the entity and what it is: `Ticket.record`. */
export interface EntityComponents {
  readonly schemas: JsonObject;
  readonly examples: JsonObject;
  readonly parameters: JsonObject;
  readonly [kind: string]: JsonObject;
}

/** Returns the components of one entity. */
export function entityComponents(facts: EntityFacts, values: ExampleValues, components: JsonObject): EntityComponents {
  const { name } = facts.entity;
  const base = objectAt(components, 'schemas');
  const { default: defaultSize = null } = objectAt(components, 'parameters', 'Size', 'schema');
  const named = (parts: Iterable<readonly [string, Json]>): JsonObject =>
    Object.fromEntries([...parts].map(([part, value]) => [`${name}.${part}`, value]));
  const failures = contract.operationIds
    .filter((id) => itemOperationOf(id) !== undefined)
    .map((id) => [`${id}.failure`, itemFailure(id, facts, components)] as const);
  return {
    schemas: named([...Object.entries(recordSchemas(facts, values, base)), ...failures]),
    examples: named([
      ...scenarioExamples(facts, values, objectAt(components, 'examples')),
      ...Object.entries(recordExamples(facts, values, defaultSize)),
    ]),
    parameters: named(queryParameters(facts, objectAt(components, 'parameters'))),
  };
}

/** Requests that succeed, and their responses. */
function recordExamples(
  { entity }: EntityFacts,
  values: ExampleValues,
  size: Json,
): Readonly<Record<string, JsonObject>> {
  const written: JsonObject = Object.fromEntries([...values].map(([name, value]) => [name, asJson(value)]));
  const [first = ''] = [...values].filter(([, value]) => value !== null).map(([name]) => name);
  const changed = [...values.keys()].filter((name) => name === first || isInherited(name));
  const changes: JsonObject = Object.fromEntries(changed.map((name) => [name, written[name] ?? null]));
  const stored = { id: 1, ...written };
  const { name } = entity;
  return {
    newRecord: { summary: `A new record of ${name}`, value: written },
    changes: { summary: 'A change', value: changes },
    newRecords: { summary: 'A batch of one', value: [written] },
    listOfChanges: { summary: 'A change of one record', value: [{ id: 1, ...changes }] },
    stored: { summary: `A record of ${name}`, value: { data: stored } },
    page: {
      summary: 'The only page',
      value: { data: [stored], meta: { page: 0, size, totalElements: 1, totalPages: 1 } },
    },
  };
}

function asJson(value: unknown): Json {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

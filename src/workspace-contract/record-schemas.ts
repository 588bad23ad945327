import type { OperationId } from '../contract/index.ts';
import { itemOperationOf, type EntityFacts } from './entity-facts.ts';
import { columnSchema } from './column-schema.ts';
import type { ExampleValues } from './example-records.ts';
import type { JsonObject } from './json.ts';
import { objectAt, refTo } from './json.ts';

/** The schemas of an entity by the last part of their name: `Ticket.record` and so on. */
export function recordSchemas(
  facts: EntityFacts,
  values: ExampleValues,
  base: JsonObject,
): Readonly<Record<string, JsonObject>> {
  const { entity, relations } = facts;
  const { name, columns } = entity;
  const properties = Object.fromEntries(
    columns.map((column) => [column.name, columnSchema(column, values.get(column.name) ?? undefined)]),
  );
  const { id } = objectAt(base, 'StoredRecord', 'properties');
  const { id: changedId } = objectAt(base, 'RecordChange', 'properties');
  const required = columns.filter(({ nullable }) => nullable === false).map((column) => column.name);
  const names = columns.map((column) => column.name);
  const description = entity.description ?? `A record of ${name}.`;
  return {
    record: { type: 'object', description, required: ['id', ...names], properties: { id, ...properties } },
    shown: {
      type: 'object',
      description: `${description} \`fields\` leaves columns out, and \`expand\` adds related records.`,
      required: ['id'],
      properties: {
        id,
        ...properties,
        ...Object.fromEntries(
          relations
            .filter(({ name: relation }) => !isInherited(relation))
            .map((relation) => [relation.name, relationSchema(relation, properties)]),
        ),
      },
    },
    create: {
      type: 'object',
      description: `A new record of ${name}. Omitted columns are null.`,
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
      properties,
    },
    update: {
      type: 'object',
      description: `The columns to change in a record of ${name}.`,
      additionalProperties: false,
      properties,
    },
    change: {
      type: 'object',
      description: `The columns to change in one record of a batch.`,
      required: ['id'],
      additionalProperties: false,
      properties: { id: changedId, ...properties },
    },
  };
}

/**
 * Whether every object inherits a member of this name. Some validators find it in objects that lack it, so a schema must not describe an
 * optional property of this name where an example lacks it.
 */
export function isInherited(name: string): boolean {
  return name in {};
}

/**
 * The schema of an expanded relation. Related records are open objects: schemas that refer to each other take some tools minutes to read.
 */
function relationSchema(
  { name, column, entity, many }: EntityFacts['relations'][number],
  properties: Readonly<Record<string, JsonObject>>,
): JsonObject {
  const description = many
    ? `The records of ${entity.name} that reference this one by \`${column}\`; with \`expand\` only.`
    : `The record of ${entity.name} that \`${column}\` references; with \`expand\` only.`;
  if (many) return { type: 'array', description, items: { type: 'object' } };
  const isNullable = Array.isArray(properties[column]?.type);
  // A relation that is named like its column replaces the number.
  return { type: ['object', ...(isNullable ? ['null'] : []), ...(name === column ? ['integer'] : [])], description };
}

/** The schema of a success's body: the one of the contract, with the records of an entity. */
export function successSchema(operation: OperationId, entity: string, base: JsonObject): JsonObject {
  const item = itemOperationOf(operation);
  if (item !== undefined) return bulkResult(entity, operation, base);
  if (operation === 'listRecords') {
    const page = objectAt(base, 'RecordPage');
    const data = { ...objectAt(page, 'properties', 'data'), items: refTo('schemas', `${entity}.shown`) };
    return { ...page, properties: { ...objectAt(page, 'properties'), data } };
  }
  const single = objectAt(base, 'SingleRecord');
  const kind = operation === 'getRecord' ? 'shown' : 'record';
  return { ...single, properties: { data: { ...refTo('schemas', `${entity}.${kind}`), description: 'The record.' } } };
}

function bulkResult(entity: string, operation: OperationId, base: JsonObject): JsonObject {
  const result = objectAt(base, 'BulkResult');
  const errors = {
    ...objectAt(result, 'properties', 'errors'),
    items: refTo('schemas', `${entity}.${operation}.failure`),
  };
  return { ...result, properties: { ...objectAt(result, 'properties'), errors } };
}

/** The schema of a request's body: the one of the contract, with the columns of an entity. */
export function requestSchema(operation: OperationId, entity: string, base: JsonObject): JsonObject {
  switch (operation) {
    case 'createRecord':
      return refTo('schemas', `${entity}.create`);
    case 'updateRecord':
      return refTo('schemas', `${entity}.update`);
    case 'bulkCreateRecords':
      return { ...objectAt(base, 'BulkCreate'), items: refTo('schemas', `${entity}.create`) };
    case 'bulkUpdateRecords':
      return { ...objectAt(base, 'BulkUpdate'), items: refTo('schemas', `${entity}.change`) };
    default:
      return refTo('schemas', 'BulkDelete');
  }
}

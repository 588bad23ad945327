import type { Basis, ErrorDetail } from '../../contract/index.ts';
import { isObject } from '../../contract/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../../workspace/index.ts';
import { allRelationsOf, columnTypes, ID_COLUMN, validateRecord } from '../../workspace/index.ts';
import type { Call } from '../recognize/find-call.ts';
import type { Knowledge } from './knowledge.ts';
import { knownWorkspace } from './knowledge.ts';

/** Returns the entity that a request is about, if its definition is known. */
export function knownEntity({ parameters }: Call, knowledge: Knowledge): EntityDefinition | undefined {
  return knownWorkspace(parameters, knowledge)?.entities.find(({ name }) => name === parameters.entityName);
}

/**
 * Returns what is wrong with the record of a request according to the definition. Returns `undefined` if the request has none, or
 * servers may differ about it: a server may ignore an id, and decimals are judged by digits that a parsed body no longer has.
 */
export function knownDetails(
  operation: Call['operation'],
  entity: EntityDefinition,
  body: unknown,
): readonly ErrorDetail[] | undefined {
  const purpose = operation === 'createRecord' ? 'create' : operation === 'updateRecord' ? 'update' : undefined;
  if (purpose === undefined || !isObject(body) || Object.hasOwn(body, ID_COLUMN.name)) return undefined;
  const details = validateRecord(entity, body, purpose);
  const isDecimal = (field: string): boolean =>
    entity.columns.some(({ name, type }) => name === field && type === 'DECIMAL' && typeof body[name] === 'number');
  return details.some(({ field }) => isDecimal(field)) ? undefined : details;
}

/** What is wrong with a record, and with which member of it. */
interface Complaint {
  readonly message: string;
  readonly field: string;
  readonly basis: Basis;
}

/** Says what is wrong with the first record of a response that does not fit its definition. */
export function recordComplaint(
  json: unknown,
  entity: EntityDefinition,
  { entities, query }: { readonly entities: readonly EntityDefinition[]; readonly query: URLSearchParams },
): Complaint | undefined {
  const data = isObject(json) ? json.data : undefined;
  const records = (Array.isArray(data) ? data : [data]).filter(isObject);
  const isWhole = !query.has('fields');
  const known = new Set([
    ID_COLUMN.name,
    ...entity.columns.map(({ name }) => name),
    ...allRelationsOf({ entities }, entity).map(({ name }) => name),
  ]);
  for (const record of records) {
    for (const column of entity.columns) {
      if (!Object.hasOwn(record, column.name)) {
        if (isWhole)
          return {
            basis: 'api',
            field: `data.${column.name}`,
            message: `the record has no ${column.name}, which ${entity.name} has`,
          };
      } else if (!fits(record[column.name], column))
        return {
          basis: 'api',
          field: `data.${column.name}`,
          message: `the record's ${column.name} is ${kindOf(record[column.name])}; it must be ${columnTypes[column.type].words(column)}${column.nullable === false ? '' : ' or null'}`,
        };
    }
    const foreign = Object.keys(record).find((name) => !known.has(name));
    if (foreign !== undefined)
      return {
        basis: 'ours',
        field: `data.${foreign}`,
        message: `the record has ${foreign}, which ${entity.name} does not have`,
      };
  }
  return undefined;
}

/** Whether a response may have a value for a column. A decimal may be text, so that it keeps its digits. */
function fits(value: unknown, column: ColumnDefinition): boolean {
  if (value === null) return column.nullable !== false;
  if (column.type === 'DECIMAL')
    return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  if (column.type === 'TIMESTAMP') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return columnTypes[column.type].accepts(value, column);
}

/** A word for a value. The value itself may be private. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

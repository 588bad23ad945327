import type { EntityDefinition } from '../workspace/portable/index.ts';

/** A record as it appears in responses. */
export type StoredRecord = Readonly<Record<string, unknown>>;

/** Returns a record with its id first, followed by every column of its entity. Columns without a value are null. */
export function storedRecord(entity: EntityDefinition, id: number, values: StoredRecord): StoredRecord {
  const nulls = Object.fromEntries(entity.columns.map(({ name }) => [name, null]));
  return Object.assign({ id }, nulls, values, { id });
}

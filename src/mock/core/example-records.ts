import { contract, isObject } from '../../contract/index.ts';
import type { EntityDefinition } from '../../workspace/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import type { Documents } from './documents.ts';

/** A record as it appears in responses. */
export type StoredRecord = Readonly<Record<string, unknown>>;

/** Returns the records that the mock shows for an entity. */
export type ExampleRecords = (entity: EntityDefinition) => readonly StoredRecord[];

/**
 * Shows the records of the contract's example page if they fit the columns of the entity, and otherwise those of the demo
 * definition. The example page is read only when a record is requested.
 */
export function exampleRecords(documents: Documents): ExampleRecords {
  return (entity) => {
    const columns = ['id', ...entity.columns.map(({ name }) => name)];
    const fitting = documentedRecords(documents).filter((record) =>
      Object.keys(record).every((name) => columns.includes(name)),
    );
    const records = fitting.length > 0 ? fitting : demoRecords(entity.name);
    return records.map((record, index) => storedRecord(entity, index + 1, record));
  };
}

function documentedRecords(documents: Documents): readonly StoredRecord[] {
  const { body } = documents.answer('listRecords', contract.operations.listRecords.success);
  return isObject(body) && Array.isArray(body.data) ? body.data.filter(isObject) : [];
}

/** Returns the record with an id. Every id has a record: after the last example, the examples start over. */
export function recordWithId(records: ExampleRecords, entity: EntityDefinition, id: number): StoredRecord {
  const all = records(entity);
  return storedRecord(entity, id, all[(id - 1) % all.length] ?? {});
}

/** Returns a record with its id first, followed by every column of its entity. Columns without a value are null. */
export function storedRecord(entity: EntityDefinition, id: number, values: StoredRecord): StoredRecord {
  const nulls = Object.fromEntries(entity.columns.map(({ name }) => [name, null]));
  return Object.assign({ id }, nulls, values, { id });
}

/** Takes the records of any demo workspace that has some, because not every workspace with the entity does. */
function demoRecords(entityName: string): readonly StoredRecord[] {
  return demoDefinition.workspaces.find(({ records }) => records?.[entityName])?.records?.[entityName] ?? [];
}

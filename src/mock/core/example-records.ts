import { contract, isObject } from '../../contract/index.ts';
import type { EntityDefinition } from '../../workspace/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import type { Documents } from './documents.ts';

/** A record as it is answered. */
export type StoredRecord = Readonly<Record<string, unknown>>;

/** The records that the mock shows, by entity. */
export type ExampleRecords = (entity: EntityDefinition) => readonly StoredRecord[];

/**
 * Shows the records of the contract's example page where they have an entity's columns, and the demo's where they do not. The page
 * is looked at when a record is asked for.
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

/** Finds the record with an id: there is one for every id, and past the last one they begin again. */
export function recordWithId(records: ExampleRecords, entity: EntityDefinition, id: number): StoredRecord {
  const all = records(entity);
  return storedRecord(entity, id, all[(id - 1) % all.length] ?? {});
}

/** A record with its id first, then every column of its entity, null where nothing is known. */
export function storedRecord(entity: EntityDefinition, id: number, values: StoredRecord): StoredRecord {
  const nulls = Object.fromEntries(entity.columns.map(({ name }) => [name, null]));
  return Object.assign({ id }, nulls, values, { id });
}

/** Of whatever workspace of the demo has some: not every one that has the entity does. */
function demoRecords(entityName: string): readonly StoredRecord[] {
  return demoDefinition.workspaces.find(({ records }) => records?.[entityName])?.records?.[entityName] ?? [];
}

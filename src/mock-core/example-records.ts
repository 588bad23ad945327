import type { EntityDefinition, WorkspaceDefinition } from '../workspace/portable/index.ts';
import type { ShownWorkspaces } from './shown-workspaces.ts';
import type { StoredRecord } from './stored-record.ts';
import { storedRecord } from './stored-record.ts';

/** Returns the records that the mock shows for an entity. */
export type ExampleRecords = (entity: EntityDefinition) => readonly StoredRecord[];

/** Returns the records of the entities of one workspace, each with its id and every column. */
export function exampleRecords(shown: ShownWorkspaces, workspace: WorkspaceDefinition): ExampleRecords {
  return (entity) =>
    shown.records({ workspace, entity }).map((record, index) => storedRecord(entity, index + 1, record));
}

/** Returns the record with an id. Every id has a record: after the last example, the examples start over. */
export function recordWithId(records: ExampleRecords, entity: EntityDefinition, id: number): StoredRecord {
  const all = records(entity);
  return storedRecord(entity, id, all[(id - 1) % all.length] ?? {});
}

import type { ColumnDefinition, EntityDefinition, WorkspaceDefinition } from '../workspace/portable/index.ts';
import type { ShownWorkspaces } from './shown-workspaces.ts';
import type { StoredRecord } from './stored-record.ts';
import { storedRecord } from './stored-record.ts';
import { takenText } from './taken-value.ts';

/** The records of the entities of one workspace, and what happens to those that a request writes. */
export interface Records {
  /** Whether the records change. If they do, only what is stored exists; otherwise, every id has a record. */
  readonly areKept: boolean;
  /** Returns the records of an entity, each with its id and every column. */
  all(entity: EntityDefinition): readonly StoredRecord[];
  withId(entity: EntityDefinition, id: number): StoredRecord | undefined;
  /**
   * Whether a record has the value of another one in a unique column.
   * @param id the id of the record, which may keep its own value; `undefined` for a new one
   */
  hasDuplicate(entity: EntityDefinition, column: ColumnDefinition, value: unknown, id: number | undefined): boolean;
  /** Returns the new record, with its id. */
  create(entity: EntityDefinition, values: StoredRecord): StoredRecord;
  /** Returns the changed record. */
  update(entity: EntityDefinition, record: StoredRecord, values: StoredRecord): StoredRecord;
  remove(entity: EntityDefinition, id: number): void;
}

/** Returns the records of a workspace. */
export type RecordsOf = (shown: ShownWorkspaces, workspace: WorkspaceDefinition) => Records;

/** Returns the records that are shown for a workspace. They never change, and every id has one: after the last example, they start over. */
export function exampleRecords(shown: ShownWorkspaces, workspace: WorkspaceDefinition): Records {
  const all = (entity: EntityDefinition): readonly StoredRecord[] =>
    shown.records({ workspace, entity }).map((record, index) => storedRecord(entity, index + 1, record));
  return {
    areKept: false,
    all,
    withId(entity, id) {
      const examples = all(entity);
      return storedRecord(entity, id, examples[(id - 1) % examples.length] ?? {});
    },
    // In a column that can hold the word `taken`, only that word is a duplicate.
    hasDuplicate(entity, column, value, id) {
      const own = id === 1 ? null : (all(entity)[0]?.[column.name] ?? null);
      return own !== null && value === own && takenText(column, own) === undefined;
    },
    create: (entity, values) => storedRecord(entity, newId(), values),
    update: (_entity, record, values) => ({ ...record, ...values }),
    remove: () => undefined,
  };
}

/** Returns an id that looks generated and is not a trigger. */
function newId(): number {
  return 1_000 + Math.floor(Math.random() * 999_000);
}

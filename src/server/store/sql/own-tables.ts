import type { EntityDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import type { Script } from './script.ts';
import type { Sql } from './sql.ts';
import type { Table } from './table.ts';

/** The tables of workspaces and keys, and the operations on them that differ between databases. */
export interface OwnTables {
  readonly workspaces: Sql;
  readonly keys: Sql;
  /** Values of a new workspace for columns that only this database has. */
  newRow(workspace: WorkspaceDefinition): readonly { readonly column: Sql; readonly value: Sql }[];
  /** Creates the tables for the records of a new workspace, and inserts its initial records. */
  fill(id: string, workspace: WorkspaceDefinition): Script<void>;
  /** Returns the tables of a workspace by their entities. */
  findTables(id: string): Script<(entity: EntityDefinition) => Table>;
  /** Adds the columns and tables for what `after` has in addition to `before`. */
  extend(id: string, before: readonly EntityDefinition[], after: readonly EntityDefinition[]): Script<void>;
}

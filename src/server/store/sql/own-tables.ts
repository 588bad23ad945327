import type { WorkspaceDefinition } from '../../../workspace/index.ts';
import type { Script } from './script.ts';
import type { Sql } from './sql.ts';

/** The tables of workspaces and keys, and the operations on them that differ between databases. */
export interface OwnTables {
  readonly workspaces: Sql;
  readonly keys: Sql;
  /** Values of a new workspace for columns that only this database has. */
  newRow(workspace: WorkspaceDefinition): readonly { readonly column: Sql; readonly value: Sql }[];
  /** Creates the tables for the records of a new workspace, and inserts its initial records. */
  fill(id: string, workspace: WorkspaceDefinition): Script<void>;
}

import type { WorkspaceDefinition } from '../../../workspace/index.ts';
import type { Script } from './script.ts';
import type { Sql } from './sql.ts';

/** Our own tables, and how a database differs from the other in filling them. */
export interface OwnTables {
  readonly workspaces: Sql;
  readonly keys: Sql;
  /** What the row of a new workspace has besides the columns that both databases know, by column. */
  newRow(workspace: WorkspaceDefinition): readonly { readonly column: Sql; readonly value: Sql }[];
  /** Makes the tables for the records of a new workspace, with the first records in them. */
  fill(id: string, workspace: WorkspaceDefinition): Script<void>;
}

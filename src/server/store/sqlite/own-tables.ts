import type { WorkspaceDefinition } from '../../../workspace/index.ts';
import type { OwnTables } from '../sql/own-tables.ts';
import { insertRecord } from '../sql/record-statements.ts';
import type { Script } from '../sql/script.ts';
import { sql } from '../sql/sql.ts';
import { tableOf, tableStatements } from './table.ts';

/** The tables of workspaces and keys in SQLite. */
export const ownTables: OwnTables = {
  workspaces: sql`workspaces`,
  keys: sql`keys`,
  newRow: () => [],
  fill,
};

function* fill(id: string, { entities, records = {} }: WorkspaceDefinition): Script<void> {
  // Records may reference later ones, so check the references at the end of the transaction.
  yield sql`PRAGMA defer_foreign_keys = ON`;
  for (const statement of tableStatements(id, entities)) yield statement;
  for (const entity of entities) {
    const first = Object.hasOwn(records, entity.name) ? records[entity.name] : undefined;
    for (const values of first ?? []) yield insertRecord(tableOf(id, entity), values);
  }
}

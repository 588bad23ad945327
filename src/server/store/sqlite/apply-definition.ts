import type { Definition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { textOf } from '../sql/sql.ts';
import type { Connection } from './connection.ts';
import { migrate } from './migrations.ts';
import { createRecord } from './records.ts';
import { tableStatements } from './table.ts';
import { writeWorkspace } from './workspaces.ts';

/**
 * Brings a database up to date, and fills an empty one: workspaces, keys, tables, first records, all or nothing. What is in
 * one that was filled before stays as it is.
 * @throws {DataPlaceError} where the database is another program's, or a later version's.
 */
export function applyDefinition(connection: Connection, definition: Definition, file: string): void {
  connection.transaction(() => {
    if (!migrate(connection, file).wasEmpty) return;
    // Records may reference others that come after them; the references are checked at the end of the transaction.
    connection.execute('PRAGMA defer_foreign_keys = ON');
    for (const workspace of definition.workspaces) fillWorkspace(connection, definition.organization, workspace);
  });
}

function fillWorkspace(connection: Connection, organization: string, workspace: WorkspaceDefinition): void {
  const { slug, entities, records = {} } = workspace;
  writeWorkspace(connection, organization, workspace);
  for (const statement of tableStatements(slug, entities)) connection.execute(textOf(statement, () => '?'));
  for (const entity of entities) {
    const first = Object.hasOwn(records, entity.name) ? records[entity.name] : undefined;
    for (const values of first ?? []) createRecord(connection, { workspace: slug, entity, entities }, values);
  }
}

import type { Definition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { DataFileError } from '../store-errors.ts';
import type { Connection } from './connection.ts';
import { insertRecord } from './records.ts';
import { tableStatements } from './table.ts';
import { workspaceStatements, writeWorkspace } from './workspaces.ts';

/** The version of the tables, kept in the file (`PRAGMA user_version`). A change of the tables needs the next number. */
const VERSION = 1n;

/**
 * Fills an empty database: workspaces, keys, tables, first records, all or nothing. Leaves one alone that was filled before.
 * @throws {DataFileError} where the database is another program's, or another version's.
 */
export function applyDefinition(connection: Connection, definition: Definition, file: string): void {
  connection.transaction('IMMEDIATE', () => {
    const version = connection.get('PRAGMA user_version')?.user_version;
    if (version === VERSION) return;
    const tables = connection.get('SELECT count(*) AS total FROM sqlite_schema')?.total;
    if (version !== 0n || tables !== 0n)
      throw new DataFileError(`${file} is a database of another program or of another version: name another file`);
    // Records may reference others that come after them; the references are checked at the end of the transaction.
    connection.execute('PRAGMA defer_foreign_keys = ON');
    for (const statement of workspaceStatements) connection.execute(statement);
    for (const workspace of definition.workspaces) fillWorkspace(connection, definition.organization, workspace);
    connection.execute(`PRAGMA user_version = ${VERSION}`);
  });
}

function fillWorkspace(connection: Connection, organization: string, workspace: WorkspaceDefinition): void {
  const { slug, entities, records = {} } = workspace;
  writeWorkspace(connection, organization, workspace);
  for (const statement of tableStatements(slug, entities)) connection.execute(statement);
  for (const entity of entities) {
    const first = Object.hasOwn(records, entity.name) ? records[entity.name] : undefined;
    const place = { connection, collection: { workspace: slug, entity }, entities };
    for (const values of first ?? []) insertRecord(place, values);
  }
}

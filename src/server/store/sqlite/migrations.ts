import { sql } from '../sql/sql.ts';
import { DataPlaceError } from '../store-errors.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * What made our own tables what they are, step by step. A step that was ever released is never changed: a change of the tables
 * is another step. Their names have no point in them, those of collections do.
 */
const steps: readonly (readonly string[])[] = [
  [
    `CREATE TABLE workspaces (
      slug TEXT PRIMARY KEY, organization TEXT NOT NULL, mode TEXT NOT NULL, entities TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE keys (
      hash TEXT PRIMARY KEY, prefix TEXT NOT NULL, name TEXT NOT NULL, workspace TEXT NOT NULL REFERENCES workspaces (slug),
      permission TEXT NOT NULL, expires_at INTEGER, revoked INTEGER NOT NULL
    ) STRICT`,
  ],
  ['CREATE UNIQUE INDEX keys_of_workspace ON keys (workspace, name)'],
  // Slugs belong to their organization: records and keys know a workspace by an id, which was the slug until then.
  [
    'ALTER TABLE workspaces RENAME COLUMN slug TO id',
    `ALTER TABLE workspaces ADD COLUMN slug TEXT NOT NULL DEFAULT ''`,
    'UPDATE workspaces SET slug = id',
    'CREATE UNIQUE INDEX workspaces_of_organization ON workspaces (organization, slug)',
  ],
];

/**
 * Brings our own tables up to date, inside a transaction of the caller's. How many steps it has behind it is kept in the file
 * (`PRAGMA user_version`).
 * @throws {DataPlaceError} where the database is another program's, or of a later version of this one
 */
export function migrate(connection: SqliteConnection, file: string): void {
  const done = Number(connection.get(sql`PRAGMA user_version`)?.user_version);
  const tables = connection.get(sql`SELECT count(*) AS total FROM sqlite_schema`)?.total;
  if (done > steps.length || (done === 0 && tables !== 0n))
    throw new DataPlaceError(`${file} is a database of another program or of another version: name another file`);
  for (const statement of steps.slice(done).flat()) connection.execute(statement);
  connection.execute(`PRAGMA user_version = ${steps.length}`);
}

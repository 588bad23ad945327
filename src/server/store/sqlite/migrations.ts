import { sql } from '../sql/sql.ts';
import { DataPlaceError } from '../store-errors.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * The steps that create and change the tables of workspaces and keys. Never change a released step: add another one. The names
 * of these tables have no dot, unlike those of collections.
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
  // Slugs are unique only within an organization, so records and keys refer to a workspace by id. Until this step, the slug was
  // the id.
  [
    'ALTER TABLE workspaces RENAME COLUMN slug TO id',
    `ALTER TABLE workspaces ADD COLUMN slug TEXT NOT NULL DEFAULT ''`,
    'UPDATE workspaces SET slug = id',
    'CREATE UNIQUE INDEX workspaces_of_organization ON workspaces (organization, slug)',
  ],
  // How often the entities of a workspace changed, so that servers know when to read them again.
  ['ALTER TABLE workspaces ADD COLUMN revision INTEGER NOT NULL DEFAULT 0'],
];

/**
 * Brings the tables of workspaces and keys up to date. Must run inside a transaction. The file stores the number of completed
 * steps (`PRAGMA user_version`).
 * @throws {DataPlaceError} if a later version of this server created the database
 */
export function migrate(connection: SqliteConnection, file: string): void {
  const done = Number(connection.get(sql`PRAGMA user_version`)?.user_version);
  if (done > steps.length)
    throw new DataPlaceError(`${file} was created by another version of this server: choose another file`);
  for (const statement of steps.slice(done).flat()) connection.execute(statement);
  connection.execute(`PRAGMA user_version = ${steps.length}`);
}

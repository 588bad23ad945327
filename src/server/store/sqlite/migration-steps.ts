import { DataPlaceError, laterVersion } from '../store-errors.ts';

/**
 * The steps that create and change the tables of workspaces and keys. Never change a released step: add another one. The names
 * of these tables have no dot, unlike those of collections.
 */
export const steps: readonly (readonly string[])[] = [
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
 * Refuses a database whose number of completed steps (`PRAGMA user_version`) this version does not know.
 * @throws {DataPlaceError} if a later version of this server wrote the database
 */
export function requireKnownSteps(done: number, file: string): void {
  if (done > steps.length) throw new DataPlaceError(laterVersion(file, done, steps.length));
}

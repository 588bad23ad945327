import type { DatabaseSync } from 'node:sqlite';

import { DataPlaceError } from '../store-errors.ts';
import { requireKnownSteps } from './migration-steps.ts';

/** Columns that every version of this server gives its own tables. */
const COLUMNS = {
  workspaces: ['organization', 'mode', 'entities'],
  keys: ['hash', 'prefix', 'name', 'workspace', 'permission', 'expires_at', 'revoked'],
} as const;

/**
 * Makes sure that a database is new, or was created by this or an earlier version of this server. Changes nothing, so any other file
 * stays as it is.
 * @returns the number of completed steps of its migrations, 0 if it is new
 * @throws {DataPlaceError} if another program created it, or a later version wrote it
 */
export function requireOwn(database: DatabaseSync, file: string): number {
  const done = requireOfServer(database, file);
  requireKnownSteps(done, file);
  return done;
}

/**
 * Makes sure that a database is new, or was created by any version of this server.
 * @returns the number of completed steps of its migrations, 0 if it is new
 * @throws {DataPlaceError} if another program created it
 */
export function requireOfServer(database: DatabaseSync, file: string): number {
  // One transaction, because another server may be creating its tables.
  database.exec('BEGIN');
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  const application = database.prepare('PRAGMA application_id').get()?.application_id;
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  const isOwn = version === 0 ? isEmpty : version > 0 && hasOwnTables(database);
  database.exec('COMMIT');
  if (application !== 0 || !isOwn)
    throw new DataPlaceError(`${file} was created by another program: choose another file`);
  return version;
}

function hasOwnTables(database: DatabaseSync): boolean {
  const columnsOf = database.prepare('SELECT name FROM pragma_table_info(?)');
  return Object.entries(COLUMNS).every(([table, columns]) => {
    const found = columnsOf.all(table).map(({ name }) => name);
    return columns.every((column) => found.includes(column));
  });
}

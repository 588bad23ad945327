import { UsageError } from './usage-error.ts';

/** Where workspaces and records are stored: an SQLite file or a PostgreSQL database. */
export type DataPlace = { readonly data: string } | { readonly database: string };

/**
 * Returns the storage that `--data` or the environment variable DATABASE_URL names, or `undefined` if neither is set.
 * @param name how messages name `--data`
 * @throws {UsageError} if both are set, if `data` is a URL, or if DATABASE_URL is not a PostgreSQL URL of one server
 */
export function dataPlace(data: string | undefined, name = '--data', environment = process.env): DataPlace | undefined {
  const { DATABASE_URL: database = '' } = environment;
  if (data !== undefined && database !== '')
    throw new UsageError(`${name} and DATABASE_URL both name a database; remove one of them`);
  // The messages leave URLs out because they may contain a password.
  if (data !== undefined && /^[a-z]+:\/\//i.test(data) && !/^file:/i.test(data))
    throw new UsageError(`${name} takes the name of an SQLite file; for a PostgreSQL database, set DATABASE_URL`);
  if (data !== undefined) return { data };
  if (database === '') return undefined;
  if (!/^postgres(ql)?:\/\//.test(database))
    throw new UsageError('DATABASE_URL must be postgres://user:password@host/database');
  requireOneServer(database);
  return { database };
}

/** The driver connects to one server, whatever it is. It would ignore a wish for the primary, and then write to a standby. */
function requireOneServer(database: string): void {
  const advice = 'this server connects to one address: name a proxy that finds the primary (see docs/scale.md)';
  const [, , authority = ''] = database.split(/[/?]/, 3);
  const hosts = authority.slice(authority.lastIndexOf('@') + 1);
  if (hosts.includes(',')) throw new UsageError(`DATABASE_URL names several servers, but ${advice}`);
  if (/[?&]target_session_attrs=(?!any(?:&|$))/.test(database))
    throw new UsageError(`DATABASE_URL has target_session_attrs, but ${advice}`);
}

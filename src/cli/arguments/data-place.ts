import { UsageError } from './usage-error.ts';

/** Where workspaces and records are stored: an SQLite file or a PostgreSQL database. */
export type DataPlace = { readonly data: string } | { readonly database: string };

/**
 * Returns the storage that `--data` or the environment variable DATABASE_URL names, or `undefined` if neither is set.
 * @throws {UsageError} if both are set, or if DATABASE_URL is not a PostgreSQL URL
 */
export function dataPlace(data: string | undefined, environment = process.env): DataPlace | undefined {
  const database = environment.DATABASE_URL;
  if (data !== undefined && database !== undefined)
    throw new UsageError('--data and DATABASE_URL both name a database; remove one of them');
  if (data !== undefined) return { data };
  if (database === undefined) return undefined;
  // The message leaves the value out because it may contain a password.
  if (!/^postgres(ql)?:\/\//.test(database))
    throw new UsageError('DATABASE_URL must be postgres://user:password@host/database');
  return { database };
}

import { UsageError } from './usage-error.ts';

/** Where workspaces and records are kept: in an SQLite file or in a PostgreSQL database. */
export type DataPlace = { readonly data: string } | { readonly database: string };

/**
 * The place that `--data` or the environment variable DATABASE_URL names; `undefined` where neither does.
 * @throws {UsageError} where both do, or the variable is no URL of PostgreSQL
 */
export function dataPlace(data: string | undefined, environment = process.env): DataPlace | undefined {
  const database = environment.DATABASE_URL;
  if (data !== undefined && database !== undefined)
    throw new UsageError('--data and DATABASE_URL both say where the records are kept: take one of them away');
  if (data !== undefined) return { data };
  if (database === undefined) return undefined;
  // It is not repeated: it may have a password in it.
  if (!/^postgres(ql)?:\/\//.test(database))
    throw new UsageError('DATABASE_URL must be postgres://user:password@host/database');
  return { database };
}

import type { DatabaseSync, DatabaseSyncOptions } from 'node:sqlite';

/** How long to wait for another process that opens or closes the database, in milliseconds. */
const BUSY_TIMEOUT = 1000;

/** Opens a file as it is, runs the work, and closes it. */
export async function withDatabase<Result>(
  file: string,
  options: DatabaseSyncOptions,
  work: (database: DatabaseSync) => Promise<Result>,
): Promise<Result> {
  const sqlite = process.getBuiltinModule('node:sqlite');
  const database = new sqlite.DatabaseSync(file, { timeout: BUSY_TIMEOUT, ...options });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

import { sql } from '../sql/sql.ts';
import { requireKnownSteps, steps } from './migration-steps.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * Brings the tables of workspaces and keys up to date. Must run inside a transaction. The file stores the number of completed
 * steps (`PRAGMA user_version`).
 * @throws {DataPlaceError} if a later version of this server wrote the database
 */
export function migrate(connection: SqliteConnection, file: string): void {
  const done = Number(connection.get(sql`PRAGMA user_version`)?.user_version);
  requireKnownSteps(done, file);
  for (const statement of steps.slice(done).flat()) connection.execute(statement);
  connection.execute(`PRAGMA user_version = ${steps.length}`);
}

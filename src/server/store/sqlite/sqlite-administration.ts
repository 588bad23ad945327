import { existsSync } from 'node:fs';

import { isObject } from '../../../contract/index.ts';
import type { Administration } from '../administration.ts';
import type { Script } from '../sql/script.ts';
import type { ScriptRunner } from '../sql/scripted-administration.ts';
import { ScriptedAdministration } from '../sql/scripted-administration.ts';
import { DataPlaceError } from '../store-errors.ts';
import { requireFileName } from './data-file.ts';
import { migrate } from './migrations.ts';
import { ownTables } from './own-tables.ts';
import { runScript } from './run-script.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** How long to wait while servers write to the file, in milliseconds. */
const PATIENCE = 5000;

/**
 * Opens the administration of an SQLite file. If `create` is true, creates a missing file.
 * @throws {DataPlaceError} if the file cannot be used
 */
export function administerSqlite(file: string, create: boolean, now: () => Date): Administration {
  requireFileName(file);
  if (!create && !existsSync(file))
    throw new DataPlaceError(`there is no file ${file}: correct the name, or create the file with "workspace create"`);
  return new ScriptedAdministration(new SqliteRunner(file), now);
}

class SqliteRunner implements ScriptRunner {
  readonly tables = ownTables;
  readonly #file: string;
  readonly #connection: SqliteConnection;

  constructor(file: string) {
    this.#file = file;
    this.#connection = new SqliteConnection(file);
    try {
      this.#connection.execute(`PRAGMA busy_timeout = ${PATIENCE}`);
      this.#transaction(() => migrate(this.#connection, file));
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  async transaction<Result>(begin: () => Script<Result>): Promise<Result> {
    return this.#transaction(() => runScript(this.#connection, begin()));
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  #transaction<Result>(work: () => Result): Result {
    try {
      return this.#connection.transaction(work);
    } catch (error) {
      // Errors with a result code come from SQLite, such as a lock held for too long or a full disk.
      if (!isObject(error) || error.errcode === undefined) throw error;
      const message = `cannot access ${this.#file} (${String(error.message)}): fix the cause, and try again`;
      throw new DataPlaceError(message, { cause: error });
    }
  }
}

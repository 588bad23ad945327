import type { StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

import { isObject } from '../../../contract/index.ts';
import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { textOf } from '../sql/sql.ts';
import { DataPlaceError } from '../store-errors.ts';
import { DataFile } from './data-file.ts';
import { requireOwn } from './require-own.ts';

/**
 * How long to wait for another process, in milliseconds. The wait blocks this process. It is needed at startup, and whenever
 * another process opens or closes the database, which briefly blocks even reads.
 */
const BUSY_TIMEOUT = 1000;

// The last byte of all codes that begin with SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy
const BUSY = 5;
const PRIMARY_CODE = 0xff;

/** The maximum number of cached prepared statements. Lists can produce any number of different statements. */
const MAXIMUM_STATEMENTS = 500;

/** A connection to an SQLite database, with prepared statements and transactions. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #file: DataFile | undefined;
  readonly #statements = new Map<string, StatementSync>();

  /**
   * Opens a file, which is created if it does not exist, or a database in memory by default.
   * @throws {DataPlaceError} if the file cannot be opened, or is not a database of this server
   */
  constructor(file?: string) {
    this.#file = file === undefined ? undefined : new DataFile(file);
    try {
      this.#database = new DatabaseSync(file ?? ':memory:', { timeout: BUSY_TIMEOUT });
    } catch (cause) {
      throw unusable(file, cause);
    }
    try {
      requireOwn(this.#database, file ?? 'memory');
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
      this.#file?.requireUnchanged();
    } catch (cause) {
      this.#database.close();
      throw cause instanceof DataPlaceError ? cause : unusable(file, cause);
    }
  }

  /** Runs statements without values, and returns no rows. */
  execute(text: string): void {
    this.#database.exec(text);
  }

  all(statement: Sql): Row[] {
    return this.#prepare(statement).all(...statement.values);
  }

  get(statement: Sql): Row | undefined {
    return this.all(statement)[0];
  }

  run(statement: Sql): void {
    this.#prepare(statement).run(...statement.values);
  }

  /** Runs the work in a transaction, and rolls back if it throws. Takes the write lock at the start, not at the first write. */
  transaction<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    return this.#finish(work);
  }

  /** Does the same as `transaction`, but returns `undefined` without waiting if another process is writing. */
  transactionUnlessLocked<Result extends object>(work: () => Result): Result | undefined {
    try {
      this.#database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE');
    } catch (error) {
      if (isObject(error) && (Number(error.errcode) & PRIMARY_CODE) === BUSY) return undefined;
      throw error;
    } finally {
      this.#database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    }
    return this.#finish(work);
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** @throws {Error} if the file was deleted or replaced since it was opened, so that what is written to it would be lost */
  requireFile(): void {
    this.#file?.requireUnchanged();
  }

  close(): void {
    this.#database.close();
  }

  #finish<Result>(work: () => Result): Result {
    try {
      const result = work();
      this.requireFile();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite rolls back automatically after some errors, such as a full disk.
      if (this.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #prepare(statement: Sql): StatementSync {
    const text = textOf(statement, () => '?');
    const cached = this.#statements.get(text);
    if (cached !== undefined) return cached;
    const prepared = this.#database.prepare(text);
    prepared.setReadBigInts(true);
    this.#statements.set(text, prepared);
    // A map iterates over its keys in insertion order, so the first one is the oldest.
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > MAXIMUM_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest);
    return prepared;
  }
}

function unusable(file: string | undefined, cause: unknown): DataPlaceError {
  const message = `cannot open ${file} as an SQLite database: choose another file, or a folder that exists`;
  return new DataPlaceError(message, { cause });
}

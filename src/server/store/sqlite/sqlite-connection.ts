import type { StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

import { isObject } from '../../../contract/index.ts';
import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { textOf } from '../sql/sql.ts';
import { DataPlaceError } from '../store-errors.ts';

/**
 * How long to wait for another process, in milliseconds, where there is nothing to do but wait: at the start, and for the
 * moments in which another process begins or ends and even reading has to wait. Nothing else happens in this process meanwhile.
 */
const BUSY_TIMEOUT = 1000;

// https://www.sqlite.org/rescode.html#busy: the last byte of all codes that begin with SQLITE_BUSY
const BUSY = 5;
const PRIMARY_CODE = 0xff;

/** How many prepared statements are kept; what lists ask for has no end. */
const MAXIMUM_STATEMENTS = 500;

/** One connection to an SQLite database: its prepared statements, and transactions. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws {DataPlaceError} where the file can not be opened. */
  constructor(file: string) {
    try {
      this.#database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    } catch (cause) {
      throw new DataPlaceError(
        `${file} can not be opened as an SQLite database: name another file, or a folder that exists`,
        { cause },
      );
    }
  }

  /** Runs statements without values, and gives no rows. */
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

  /** Does all of the work or, when it throws, nothing of it. It takes the right to write at once, not at first need. */
  transaction<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    return this.#finish(work);
  }

  /** Does the same, or nothing at once where another process writes: then it gives `undefined`. */
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

  close(): void {
    this.#database.close();
  }

  #finish<Result>(work: () => Result): Result {
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // Some errors (a full disk, for one) make SQLite roll back by itself.
      if (this.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #prepare(statement: Sql): StatementSync {
    const text = textOf(statement, () => '?');
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(text);
    prepared.setReadBigInts(true);
    this.#statements.set(text, prepared);
    // A map keeps the order in which its keys came: the first is the one that has been there for longest.
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > MAXIMUM_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest);
    return prepared;
  }
}

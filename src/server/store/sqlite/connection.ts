import type { StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { textOf } from '../sql/sql.ts';
import { DataPlaceError } from '../store-errors.ts';

/** How long to wait for another process that writes, in milliseconds. Nothing else happens in this process meanwhile. */
const BUSY_TIMEOUT = 1000;

/** How many prepared statements are kept; what lists ask for has no end. */
const MAXIMUM_STATEMENTS = 500;

/** One connection to an SQLite database: its prepared statements, and transactions. */
export class Connection {
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

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  close(): void {
    this.#database.close();
  }

  #prepare(statement: Sql): StatementSync {
    const text = textOf(statement, () => '?');
    const known = this.#statements.get(text) ?? this.#database.prepare(text);
    known.setReadBigInts(true);
    // A map keeps the order in which its keys came: the first is the one that was not used for longest.
    this.#statements.delete(text);
    this.#statements.set(text, known);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > MAXIMUM_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest);
    return known;
  }
}

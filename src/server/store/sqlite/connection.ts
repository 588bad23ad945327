import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

import { DataFileError } from '../store-errors.ts';

/** A row as SQLite answers it, integers as BigInt. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** How long to wait for another process that writes, in milliseconds. Nothing else happens in this process meanwhile. */
const BUSY_TIMEOUT = 1000;

/** One connection to an SQLite database: its prepared statements, and transactions. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws {DataFileError} where the file can not be opened. */
  constructor(file: string) {
    try {
      this.#database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    } catch (cause) {
      throw new DataFileError(
        `${file} can not be opened as an SQLite database: name another file, or a folder that exists`,
        {
          cause,
        },
      );
    }
  }

  execute(sql: string): void {
    this.#database.exec(sql);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values);
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values);
  }

  run(sql: string, ...values: SQLInputValue[]): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values);
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /** Does all of the work or, when it throws, nothing of it. `IMMEDIATE` takes the right to write at once, not at first need. */
  transaction<Result>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => Result): Result {
    this.#database.exec(`BEGIN ${mode}`);
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // Some errors (a full disk, for one) make SQLite roll back by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    statement.setReadBigInts(true);
    this.#statements.set(sql, statement);
    return statement;
  }
}

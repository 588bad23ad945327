import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import { isObject } from '../../../contract/index.ts';
import type { Row, RowValues } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { sql } from '../sql/sql.ts';
import { DataFile } from './data-file.ts';
import { PreparedStatements } from './prepared-statements.ts';
import { requireOwn } from './require-own.ts';
import { unusable } from './unusable.ts';

/**
 * How long to wait for another process, in milliseconds. The wait blocks this process. It is needed at startup, and whenever
 * another process opens or closes the database, which briefly blocks even reads.
 */
const BUSY_TIMEOUT = 1000;

// The last byte of all codes that begin with SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy
const BUSY = 5;
const PRIMARY_CODE = 0xff;

const PAGE_SIZE = sql`PRAGMA page_size`;
const DATA_VERSION = sql`PRAGMA data_version`;
const PAGE_COUNT = sql`PRAGMA page_count`;

/** A connection to an SQLite database, with prepared statements and transactions. */
export class SqliteConnection {
  /** What SQLite opens to get another connection to the same database, within this process if it is in memory. */
  readonly location: string;
  readonly #database: DatabaseSync;
  readonly #file: DataFile | undefined;
  readonly #statements: PreparedStatements;
  /** Changes when another connection writes. */
  #version: unknown;
  #changes = 0;

  /**
   * Opens a file, which is created if it does not exist, or a database in memory by default.
   * @throws {DataPlaceError} if the file cannot be opened, or is not a database of this server
   */
  constructor(file?: string) {
    // Unlike `:memory:`, the threads of a process can share it (https://www.sqlite.org/src/file/src/memdb.c).
    this.location = file ?? `file:/${randomUUID()}?vfs=memdb`;
    // Not imported, because the import would fail on an old Node before the package can say which version it needs.
    const sqlite = process.getBuiltinModule('node:sqlite');
    try {
      this.#file = file === undefined ? undefined : new DataFile(file);
      this.#database = new sqlite.DatabaseSync(this.location, { timeout: BUSY_TIMEOUT });
    } catch (cause) {
      throw unusable(file, cause);
    }
    this.#statements = new PreparedStatements(this.#database);
    try {
      requireOwn(this.#database, file ?? 'memory');
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
      this.#file?.requireUnchanged();
    } catch (cause) {
      this.#database.close();
      throw unusable(file, cause);
    }
  }

  /** Runs statements without values, and returns no rows. */
  execute(text: string): void {
    this.#database.exec(text);
  }

  all(statement: Sql): Row[] {
    return this.#statements.all(statement);
  }

  /** Returns the rows as values. */
  values(statement: Sql): RowValues[] {
    return this.#statements.values(statement);
  }

  get(statement: Sql): Row | undefined {
    return this.all(statement)[0];
  }

  run(statement: Sql): void {
    this.#statements.run(statement);
  }

  /**
   * Runs the work in a transaction, and rolls back if it throws. Takes the write lock at the start, not at the first write. Reads
   * go on meanwhile, unless the database is in memory: there, a write waits for the scans of other threads, and they for it.
   */
  transaction<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN EXCLUSIVE');
    return this.#finish(work);
  }

  /** Does the same as `transaction`, but returns `undefined` without waiting if the lock is taken. */
  transactionUnlessLocked<Result extends object>(work: () => Result): Result | undefined {
    try {
      this.#database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    } catch (error) {
      if (isObject(error) && (Number(error.errcode) & PRIMARY_CODE) === BUSY) return undefined;
      throw error;
    } finally {
      this.#database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    }
    return this.#finish(work);
  }

  /** A number that stays the same only while no connection, in any process, writes to the database. */
  get changes(): number {
    // https://www.sqlite.org/pragma.html#pragma_data_version
    const version = this.get(DATA_VERSION)?.data_version;
    if (version !== this.#version) this.#changes += 1;
    this.#version = version;
    return this.#changes;
  }

  /** The size of the database in bytes. */
  get bytes(): number {
    return Number(this.get(PAGE_COUNT)?.page_count) * Number(this.get(PAGE_SIZE)?.page_size);
  }

  /** The size of the write-ahead log in bytes; `undefined` if the database is in memory. */
  get logBytes(): number | undefined {
    return this.#file?.logBytes;
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
    this.#changes += 1;
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
}

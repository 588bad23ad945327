import { sql } from '../sql/sql.ts';
import type { StoredKey } from '../store.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** The maximum number of cached keys. */
const MAXIMUM_KEYS = 10_000;

const DATA_VERSION = sql`PRAGMA data_version`;

/**
 * Caches keys until another connection, in any process, writes to the database. Administrators change keys and modes through
 * separate connections. Checking whether another connection has written is much faster than reading a key.
 */
export class KeyCache {
  readonly #connection: SqliteConnection;
  readonly #cached = new Map<string, StoredKey>();
  #version: unknown;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** Returns the key with this hash, and reads it if it is not cached or may have changed. */
  of(hash: string, read: () => StoredKey | undefined): StoredKey | undefined {
    this.#forgetWhatMayHaveChanged();
    const cached = this.#cached.get(hash);
    if (cached !== undefined) return cached;
    const key = read();
    if (key !== undefined) this.#cached.set(hash, key);
    return key;
  }

  #forgetWhatMayHaveChanged(): void {
    // https://www.sqlite.org/pragma.html#pragma_data_version
    const version = this.#connection.get(DATA_VERSION)?.data_version;
    if (version !== this.#version || this.#cached.size > MAXIMUM_KEYS) this.#cached.clear();
    this.#version = version;
  }
}

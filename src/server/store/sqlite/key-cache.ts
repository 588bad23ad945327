import { sql } from '../sql/sql.ts';
import type { StoredKey } from '../store.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** How many keys are remembered at most. */
const MAXIMUM_KEYS = 10_000;

const DATA_VERSION = sql`PRAGMA data_version`;

/**
 * Remembers keys for as long as no other connection has written to the database, in whatever process it is: keys and modes are
 * changed by administrators, who have connections of their own. To ask whether one has written takes a fraction of reading a key.
 */
export class KeyCache {
  readonly #connection: SqliteConnection;
  readonly #known = new Map<string, StoredKey>();
  #version: unknown;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** The key with a hash; it is read where it is not known, or may have changed. */
  of(hash: string, read: () => StoredKey | undefined): StoredKey | undefined {
    this.#forgetWhatMayHaveChanged();
    const known = this.#known.get(hash);
    if (known !== undefined) return known;
    const key = read();
    if (key !== undefined) this.#known.set(hash, key);
    return key;
  }

  #forgetWhatMayHaveChanged(): void {
    // https://www.sqlite.org/pragma.html#pragma_data_version
    const version = this.#connection.get(DATA_VERSION)?.data_version;
    if (version !== this.#version || this.#known.size > MAXIMUM_KEYS) this.#known.clear();
    this.#version = version;
  }
}

import type { AccessMode, EntityDefinition, Filter, KeyDefinition, Sort } from '../../workspace/index.ts';

/** A stored API key, with the current state of its workspace. */
export interface StoredKey {
  readonly organization: string;
  /** The slug of its workspace. Other organizations may use the same slug. */
  readonly workspace: string;
  /** The id of its workspace in the store. */
  readonly workspaceId: string;
  readonly mode: AccessMode;
  /** How often the entities of its workspace were changed. */
  readonly revision: number;
  readonly permission: KeyDefinition['permission'];
  /** When the key stops being valid. `undefined` if it never expires. */
  readonly expiresAt: Date | undefined;
  readonly revoked: boolean;
}

/** The records of one entity in one workspace. */
export interface Collection {
  /** The id of the workspace. */
  readonly workspace: string;
  readonly entity: EntityDefinition;
  /** All entities of the workspace. */
  readonly entities: readonly EntityDefinition[];
}

/** Selects the records to list. */
export interface ListQuery {
  /** Conditions that every record must meet. */
  readonly filters: readonly Filter[];
  /** Records are sorted by id in ascending order if this is omitted. */
  readonly sort?: Sort | undefined;
  /** The page number, starting at 0. */
  readonly page: number;
  readonly size: number;
}

/** Values by column. */
export type RecordValues = Readonly<Record<string, unknown>>;

/** A record as returned: its `id`, then every column of its entity. */
export type StoredRecord = RecordValues & { readonly id: number };

/** One page of records, and the total number of records. */
export interface Page {
  readonly records: readonly StoredRecord[];
  readonly totalElements: number;
}

/** The state of a pool of connections. */
export interface PoolMeasures {
  readonly open: number;
  /** How many of them are not in use. */
  readonly idle: number;
  /** The most that can be open. */
  readonly limit: number;
  /** How many statements wait for a connection. */
  readonly waiting: number;
}

/** What a store can measure about itself. */
export interface StoreMeasures {
  readonly kind: 'memory' | 'sqlite' | 'postgresql';
  /** The sizes in bytes; missing for PostgreSQL. `log` is what is committed but not yet part of the database, if it is a file. */
  readonly files?: { readonly database: number; readonly log?: number };
  /** The connections to PostgreSQL. */
  readonly pools?: { readonly read: PoolMeasures; readonly write: PoolMeasures };
}

/**
 * Stores workspaces and their records. Every method is atomic, and sees everything written before it, by this process or
 * another. Any error other than those listed here is an internal error of the store.
 */
export interface Store {
  /** Finds a key by its SHA-256 hash, in lowercase hexadecimal. Keys are never stored in plain text. */
  findKey(hash: string): Promise<StoredKey | undefined>;

  /**
   * Returns the entities of the workspace with this id. Empty if there is no such workspace. An administrator can change entities:
   * the result may be older than the database, but not older than `revision`, which a key contains; 0 by default.
   */
  findEntities(workspace: string, revision?: number): Promise<readonly EntityDefinition[]>;

  /** Returns one page of records. Text is compared by its UTF-8 bytes, which is code point order. */
  list(collection: Collection, query: ListQuery): Promise<Page>;

  /** Returns how many bytes of text a page contains, without reading the text. */
  sizeOf(collection: Collection, query: ListQuery): Promise<number>;

  get(collection: Collection, id: number): Promise<StoredRecord | undefined>;

  /**
   * Creates a record from valid values. A column without a value becomes null.
   * @throws {UniqueViolation} @throws {ForeignKeyViolation}
   */
  create(collection: Collection, values: RecordValues): Promise<StoredRecord>;

  /**
   * Changes the columns that have a value. Returns `undefined` if there is no such record.
   * @throws {UniqueViolation} @throws {ForeignKeyViolation}
   */
  update(collection: Collection, id: number, values: RecordValues): Promise<StoredRecord | undefined>;

  /**
   * Deletes a record. Returns false if there was no such record.
   * @throws {ReferencedViolation}
   */
  delete(collection: Collection, id: number): Promise<boolean>;

  /** Checks that the database responds. */
  ping(): Promise<void>;

  /** Returns what can be measured without a query to the database. */
  measure(): StoreMeasures;

  /** Closes the database. No other method can be called afterwards. */
  close(): Promise<void>;
}

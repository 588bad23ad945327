import type { AccessMode, EntityDefinition, Filter, KeyDefinition, Sort } from '../../workspace/index.ts';

/** An API key as it is kept: found by its hash, with the workspace it belongs to as that is now. */
export interface StoredKey {
  readonly organization: string;
  /** The slug of its workspace, which other organizations may have too. */
  readonly workspace: string;
  /** What the store knows that workspace by. */
  readonly workspaceId: string;
  readonly mode: AccessMode;
  readonly permission: KeyDefinition['permission'];
  /** From when on it is no longer valid; `undefined` where it never expires. */
  readonly expiresAt: Date | undefined;
  readonly revoked: boolean;
}

/** One entity of one workspace: the place that records are written to and read from. */
export interface Collection {
  /** The id of the workspace. */
  readonly workspace: string;
  readonly entity: EntityDefinition;
  /** All entities of the workspace. */
  readonly entities: readonly EntityDefinition[];
}

/** Which records to list. */
export interface ListQuery {
  /** What every one of them must meet. */
  readonly filters: readonly Filter[];
  /** In the order of their ids by default. */
  readonly sort?: Sort | undefined;
  /** Counts from 0. */
  readonly page: number;
  readonly size: number;
}

/** Values by column. */
export type RecordValues = Readonly<Record<string, unknown>>;

/** A record as it is answered: its `id`, and then every column of its entity. */
export type StoredRecord = RecordValues & { readonly id: number };

/** One page of records, and how many there are in all. */
export interface Page {
  readonly records: readonly StoredRecord[];
  readonly totalElements: number;
}

/**
 * Where workspaces and their records are kept. Every method is atomic and sees what every earlier one wrote, in this process
 * or in another. What it throws beyond the errors named here is a fault of the store.
 */
export interface Store {
  /** The key whose SHA-256 hash (small hexadecimal digits) this is. Keys are never kept in clear. */
  findKey(hash: string): Promise<StoredKey | undefined>;

  /** The entities of the workspace with that id; none where it is not there. */
  findEntities(workspace: string): Promise<readonly EntityDefinition[]>;

  /** One page of records. Texts are compared by their bytes in UTF-8, which is by code points. */
  list(collection: Collection, query: ListQuery): Promise<Page>;

  get(collection: Collection, id: number): Promise<StoredRecord | undefined>;

  /**
   * Writes a new record. The values are valid; a column without a value becomes null.
   * @throws {UniqueViolation} @throws {ForeignKeyViolation}
   */
  create(collection: Collection, values: RecordValues): Promise<StoredRecord>;

  /**
   * Changes the columns that have a value. `undefined` where there is no such record.
   * @throws {UniqueViolation} @throws {ForeignKeyViolation}
   */
  update(collection: Collection, id: number, values: RecordValues): Promise<StoredRecord | undefined>;

  /**
   * Deletes a record, and tells whether there was one.
   * @throws {ReferencedViolation}
   */
  delete(collection: Collection, id: number): Promise<boolean>;

  /** Asks the database for nothing, to see whether it answers. */
  ping(): Promise<void>;

  /** Lets go of the database. Nothing can be asked afterwards. */
  close(): Promise<void>;
}

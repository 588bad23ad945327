import type { Definition, EntityDefinition } from '../../../workspace/index.ts';
import { EntityCache } from '../entity-cache.ts';
import type { Collection, ListQuery, Page, RecordValues, Store, StoredKey, StoredRecord } from '../store.ts';
import { applyDefinition } from './apply-definition.ts';
import { Connection } from './connection.ts';
import { GroupCommit } from './group-commit.ts';
import { changeRecord, createRecord, getRecord, listRecords, removeRecord } from './records.ts';
import { findKey, readEntities } from './workspaces.ts';

/**
 * A store in an SQLite file, or in memory. A file that is empty or not there is filled from the definition; one that was filled
 * before keeps what is in it.
 *
 * SQLite answers at once, so reads are `async` for the interface only; writes wait for those that are committed with them.
 */
export class SqliteStore implements Store {
  readonly #connection: Connection;
  readonly #writes: GroupCommit;
  readonly #entities = new EntityCache();

  /** @throws {DataPlaceError} where the file is no database, or another program's. */
  constructor(definition: Definition, file = ':memory:') {
    this.#connection = new Connection(file);
    this.#writes = new GroupCommit(this.#connection);
    try {
      applyDefinition(this.#connection, definition, file);
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  async findKey(hash: string): Promise<StoredKey | undefined> {
    return findKey(this.#connection, hash);
  }

  async findEntities(workspace: string): Promise<readonly EntityDefinition[]> {
    return this.#entities.of(workspace, () => readEntities(this.#connection, workspace));
  }

  async list(collection: Collection, query: ListQuery): Promise<Page> {
    return listRecords(this.#connection, collection, query);
  }

  async get(collection: Collection, id: number): Promise<StoredRecord | undefined> {
    return getRecord(this.#connection, collection, id);
  }

  async create(collection: Collection, values: RecordValues): Promise<StoredRecord> {
    return this.#writes.write(() => createRecord(this.#connection, collection, values));
  }

  async update(collection: Collection, id: number, values: RecordValues): Promise<StoredRecord | undefined> {
    return this.#writes.write(() => changeRecord(this.#connection, collection, id, values));
  }

  async delete(collection: Collection, id: number): Promise<boolean> {
    return this.#writes.write(() => removeRecord(this.#connection, collection, id));
  }

  async close(): Promise<void> {
    this.#writes.end();
    this.#connection.close();
  }
}

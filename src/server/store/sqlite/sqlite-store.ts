import type { Definition, EntityDefinition } from '../../../workspace/index.ts';
import type { Collection, Page, RecordValues, Store, StoredKey, StoredRecord } from '../store.ts';
import { applyDefinition } from './apply-definition.ts';
import { Connection } from './connection.ts';
import type { Place } from './place.ts';
import { createRecord, deleteRecord, getRecord, listRecords, updateRecord } from './records.ts';
import { findKey, readEntities } from './workspaces.ts';

/**
 * A store in an SQLite file, or in memory. A file that is empty or not there is filled from the definition; one that was filled
 * before keeps what is in it.
 *
 * SQLite answers at once, so the methods are `async` for the interface only: no two of them ever overlap.
 */
export class SqliteStore implements Store {
  readonly #connection: Connection;
  readonly #entities: ReadonlyMap<string, readonly EntityDefinition[]>;

  /** @throws {DataFileError} where the file is no database, or another program's. */
  constructor(definition: Definition, file = ':memory:') {
    this.#connection = new Connection(file);
    try {
      applyDefinition(this.#connection, definition, file);
      this.#entities = readEntities(this.#connection);
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  async findKey(hash: string): Promise<StoredKey | undefined> {
    return findKey(this.#connection, hash);
  }

  async findEntity(workspace: string, name: string): Promise<EntityDefinition | undefined> {
    return this.#entities.get(workspace)?.find((entity) => entity.name === name);
  }

  async list(collection: Collection, page: number, size: number): Promise<Page> {
    return listRecords(this.#place(collection), page, size);
  }

  async get(collection: Collection, id: number): Promise<StoredRecord | undefined> {
    return getRecord(this.#place(collection), id);
  }

  async create(collection: Collection, values: RecordValues): Promise<StoredRecord> {
    return createRecord(this.#place(collection), values);
  }

  async update(collection: Collection, id: number, values: RecordValues): Promise<StoredRecord | undefined> {
    return updateRecord(this.#place(collection), id, values);
  }

  async delete(collection: Collection, id: number): Promise<boolean> {
    return deleteRecord(this.#place(collection), id);
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  #place(collection: Collection): Place {
    return { connection: this.#connection, collection, entities: this.#entities.get(collection.workspace) ?? [] };
  }
}

import type { Definition, EntityDefinition } from '../../../workspace/index.ts';
import { EntityCache } from '../entity-cache.ts';
import { selectEntities, toEntityRevision } from '../sql/entities.ts';
import { selectKey, toStoredKey } from '../sql/key-statements.ts';
import { sql } from '../sql/sql.ts';
import { createMissingWorkspaces } from '../sql/workspace-scripts.ts';
import type {
  Collection,
  ListQuery,
  Page,
  RecordValues,
  Store,
  StoredKey,
  StoredRecord,
  StoreMeasures,
} from '../store.ts';
import { GroupCommit } from './group-commit.ts';
import { KeyCache } from './key-cache.ts';
import { migrate } from './migrations.ts';
import { ownTables } from './own-tables.ts';
import { LONGEST_READ, PageReader } from './page-reader.ts';
import { changeRecord, createRecord, getRecord, removeRecord } from './records.ts';
import { runScript } from './run-script.ts';
import { defaultScanLimits, ScanThreads } from './scan-threads.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { isUnreadable, unusable } from './unusable.ts';

/** How long a write waits for the scans of a database in memory, in milliseconds. */
const PATIENCE_IN_MEMORY = defaultScanLimits.scan + 1000;

/**
 * A store in an SQLite file, or in memory. Creates a missing file. Creates the workspaces of the definition that the file does
 * not contain, and leaves existing data unchanged.
 *
 * SQLite is synchronous, so most reads are `async` only because the interface requires it. Those that may take long run in other
 * threads. Writes wait for a shared commit.
 */
export class SqliteStore implements Store {
  readonly #connection: SqliteConnection;
  readonly #writes: GroupCommit;
  readonly #entities = new EntityCache();
  readonly #keys: KeyCache;
  readonly #scans: ScanThreads;
  readonly #pages: PageReader;

  /**
   * `longestRead` is how long a read may take in this thread, in milliseconds.
   * @throws {DataPlaceError} if the file is not a database, or another program or a later version created it
   * @throws {AdministrationError} if a key of a new workspace belongs to another workspace
   */
  constructor(definition: Definition | undefined, file?: string, longestRead = LONGEST_READ) {
    this.#connection = new SqliteConnection(file);
    this.#writes = new GroupCommit(this.#connection, file === undefined ? PATIENCE_IN_MEMORY : undefined);
    this.#keys = new KeyCache(this.#connection);
    this.#scans = new ScanThreads(this.#connection.location, () => this.#connection.requireFile());
    this.#pages = new PageReader(this.#connection, this.#scans, longestRead);
    try {
      this.#connection.transaction(() => {
        migrate(this.#connection, file ?? 'memory');
        if (definition !== undefined) runScript(this.#connection, createMissingWorkspaces(ownTables, definition));
      });
    } catch (error) {
      this.#connection.close();
      throw isUnreadable(error) ? unusable(file, error) : error;
    }
  }

  async findKey(hash: string): Promise<StoredKey | undefined> {
    return this.#keys.of(hash, () => {
      const row = this.#connection.get(selectKey(ownTables, hash));
      return row === undefined ? undefined : toStoredKey(row);
    });
  }

  async findEntities(workspace: string, revision = 0): Promise<readonly EntityDefinition[]> {
    return this.#entities.of(workspace, revision, () => {
      const row = this.#connection.get(selectEntities(ownTables, workspace));
      return row === undefined ? undefined : toEntityRevision(row);
    });
  }

  async list(collection: Collection, query: ListQuery): Promise<Page> {
    return this.#pages.list(collection, query);
  }

  async sizeOf(collection: Collection, query: ListQuery): Promise<number> {
    return this.#pages.sizeOf(collection, query);
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

  async ping(): Promise<void> {
    this.#connection.get(sql`SELECT 1 FROM sqlite_schema LIMIT 1`);
    this.#connection.requireFile();
  }

  measure(): StoreMeasures {
    const { bytes: database, logBytes: log } = this.#connection;
    return log === undefined ? { kind: 'memory', files: { database } } : { kind: 'sqlite', files: { database, log } };
  }

  async close(): Promise<void> {
    this.#writes.end();
    // Before the connection, because the last one that is closed empties the write-ahead log.
    await this.#scans.close();
    this.#connection.close();
  }
}

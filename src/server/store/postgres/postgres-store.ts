import type { Definition, EntityDefinition } from '../../../workspace/index.ts';
import { EntityCache } from '../entity-cache.ts';
import { selectEntities, toEntityRevision } from '../sql/entities.ts';
import { selectKey, toStoredKey } from '../sql/key-statements.ts';
import { readPage, toRecord } from '../sql/read-rows.ts';
import { deleteRecord, insertRecord, selectRecord, updateRecord } from '../sql/record-statements.ts';
import { selectSize, SIZE } from '../sql/select-size.ts';
import type { Table } from '../sql/table.ts';
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
import { AdministrationSession } from './administration-session.ts';
import type { Limits } from './limits.ts';
import { Database } from './database.ts';
import { defaultLimits } from './limits.ts';
import { tableOf } from './model.ts';
import { MODEL, ownTables } from './own-tables.ts';
import { sessionSettings } from './session-settings.ts';
import { deleteViolation, writeViolation } from './violation.ts';

/**
 * A store in a PostgreSQL database, which any number of processes may share. Creates the workspaces of the definition that the
 * database does not contain, and leaves existing data unchanged.
 *
 * Every method runs one statement, which is its own transaction.
 */
export class PostgresStore implements Store {
  readonly #database: Database;
  readonly #entities = new EntityCache();
  readonly #models = new Map<string, string>();

  /**
   * @throws {DataPlaceError} if the database cannot be used
   * @throws {AdministrationError} if a key of a new workspace belongs to another workspace
   */
  static async open(
    definition: Definition | undefined,
    url: string,
    reportFault: (error: unknown) => void,
    limits: Limits = defaultLimits,
  ): Promise<PostgresStore> {
    const session = await AdministrationSession.open(url, limits.connect);
    try {
      if (definition !== undefined) await session.transaction(() => createMissingWorkspaces(ownTables, definition));
    } finally {
      await session.close();
    }
    return new PostgresStore(new Database(url, limits, await sessionSettings(url, limits), reportFault));
  }

  private constructor(database: Database) {
    this.#database = database;
  }

  async findKey(hash: string): Promise<StoredKey | undefined> {
    const [row] = await this.#database.read(selectKey(ownTables, hash));
    return row === undefined ? undefined : toStoredKey(row);
  }

  async findEntities(workspace: string, revision = 0): Promise<readonly EntityDefinition[]> {
    return this.#entities.of(workspace, revision, async () => {
      const [row] = await this.#database.read(selectEntities(ownTables, workspace, MODEL));
      if (row === undefined) return undefined;
      this.#models.set(workspace, String(row.model));
      return toEntityRevision(row);
    });
  }

  async list(collection: Collection, query: ListQuery): Promise<Page> {
    const table = await this.#table(collection);
    return readPage(table, query, (statement) => this.#database.readValues(statement));
  }

  async sizeOf(collection: Collection, query: ListQuery): Promise<number> {
    const [row] = await this.#database.read(selectSize(await this.#table(collection), query));
    return Number(row?.[SIZE]);
  }

  async get(collection: Collection, id: number): Promise<StoredRecord | undefined> {
    const table = await this.#table(collection);
    const [row] = await this.#database.read(selectRecord(table, id));
    return row === undefined ? undefined : toRecord(table, row);
  }

  async create(collection: Collection, values: RecordValues): Promise<StoredRecord> {
    const table = await this.#table(collection);
    try {
      const [row] = await this.#database.write(insertRecord(table, values));
      if (row === undefined) throw new Error('the database did not return the record that it wrote');
      return toRecord(table, row);
    } catch (error) {
      throw writeViolation(collection, values, error);
    }
  }

  async update(collection: Collection, id: number, values: RecordValues): Promise<StoredRecord | undefined> {
    const table = await this.#table(collection);
    try {
      const [row] = await this.#database.write(updateRecord(table, id, values));
      return row === undefined ? undefined : toRecord(table, row);
    } catch (error) {
      throw writeViolation(collection, values, error);
    }
  }

  async delete(collection: Collection, id: number): Promise<boolean> {
    const table = await this.#table(collection);
    try {
      return (await this.#database.write(deleteRecord(table, id))).length > 0;
    } catch (error) {
      throw deleteViolation(collection, id, error);
    }
  }

  async ping(): Promise<void> {
    await this.#database.ping();
  }

  measure(): StoreMeasures {
    return { kind: 'postgresql', pools: this.#database.measure() };
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  async #table({ workspace, entity }: Collection): Promise<Table> {
    await this.findEntities(workspace);
    const model = this.#models.get(workspace);
    if (model === undefined) throw new Error(`there is no workspace ${workspace}`);
    return tableOf(model, workspace, entity);
  }
}

import type { ColumnDefinition, Filter } from '../../../workspace/index.ts';
import { filterCondition } from '../sql/filter-condition.ts';
import { readPage } from '../sql/read-rows.ts';
import { isSorted } from '../sql/select-page.ts';
import { selectSize } from '../sql/select-size.ts';
import type { Sql } from '../sql/sql.ts';
import { sql } from '../sql/sql.ts';
import type { Table } from '../sql/table.ts';
import type { Collection, ListQuery, Page } from '../store.ts';
import { bytesOfRows, scanCost } from './scan-cost.ts';
import { inTime } from './scan-messages.ts';
import type { ScanThreads } from './scan-threads.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { tableOf } from './table.ts';

/** How long a read may take in the thread that serves requests, in milliseconds. */
export const LONGEST_READ = 10;

/** How long the largest id of a table is used, in milliseconds. Not many records can be added meanwhile. */
const ID_LIFETIME = 100;

/** How many records a table can have that are counted with every page. Counting them takes as long as finding out that none has changed. */
const COUNTED_EACH_TIME = 1000;

/** The maximum number of rows that are counted in an index to find out how many a filter finds. */
const MAXIMUM_COUNTED = 1000;

/**
 * Reads pages of records. Reads that may take a long time run in another thread, on a connection that sees everything committed
 * before. Other reads run here: they finish before another thread could respond, and do not wait for other scans.
 */
export class PageReader {
  readonly #connection: SqliteConnection;
  readonly #scans: ScanThreads;
  readonly #longestRead: number;
  readonly #largestIds = new WeakMap<Table, { readonly id: number; readonly until: number }>();
  /** The number of records of large tables, and the state of the database in which they were counted. */
  readonly #totals = new WeakMap<Table, { readonly total: number; readonly changes: number }>();

  constructor(connection: SqliteConnection, scans: ScanThreads, longestRead: number) {
    this.#connection = connection;
    this.#scans = scans;
    this.#longestRead = longestRead;
  }

  /** Returns one page of records. */
  async list({ workspace, entity }: Collection, query: ListQuery): Promise<Page> {
    const table = tableOf(workspace, entity);
    const countsAll = query.filters.length === 0 && this.#mostRows(table) > COUNTED_EACH_TIME;
    return countsAll ? this.#listLarge(table, query) : this.#read(table, query);
  }

  /** Reads a page of all records of a large table. The records are counted only if something was written since they were counted last. */
  async #listLarge(table: Table, query: ListQuery): Promise<Page> {
    const known = this.#totals.get(table);
    const changes = this.#connection.changes;
    const page = await this.#read(table, query, changes === known?.changes ? known.total : undefined);
    // Otherwise, the page and the number may be of different states.
    if (changes === this.#connection.changes) this.#totals.set(table, { total: page.totalElements, changes });
    else if (changes === known?.changes) return this.#read(table, query);
    return page;
  }

  #read(table: Table, query: ListQuery, known?: number): Promise<Page> {
    return this.#isShort(table, query, known)
      ? readPage(table, query, (statement) => this.#connection.values(statement), known)
      : readPage(scannedTable(table, query), query, (statement) => this.#scans.rows(statement), known);
  }

  /** Returns the bytes of text in a page. */
  async sizeOf({ workspace, entity }: Collection, query: ListQuery): Promise<number> {
    const table = tableOf(workspace, entity);
    const [row] = this.#isShort(table, query)
      ? this.#connection.values(selectSize(table, query))
      : await this.#scans.rows(selectSize(scannedTable(table, query), query));
    return Number(row?.[0]);
  }

  /**
   * Whether a read is over soon, however unfavorable the records are. Looks only as closely as necessary. `known` is the number of records,
   * if they need not be counted.
   */
  #isShort(table: Table, query: ListQuery, known?: number): boolean {
    const isShort = (rows: number, bytes = bytesOfRows(table.entity, rows)): boolean =>
      scanCost(query, { rows, bytes }) <= this.#longestRead;
    const rows = known === undefined || isSorted(query) ? this.#mostRows(table) : (query.page + 1) * query.size;
    if (isShort(rows)) return true;
    // All records together cannot be larger than the database.
    if (isShort(rows, Math.min(bytesOfRows(table.entity, rows), this.#connection.bytes))) return true;
    const found = query.filters.filter(usesIndex).map((filter) => this.#count(table, filter));
    // SQLite uses one of the indexes.
    return found.length > 0 && isShort(Math.max(...found));
  }

  /** Returns the largest id. It is a limit for the number of records, because ids are never used twice. */
  #mostRows(table: Table): number {
    const cached = this.#largestIds.get(table);
    const now = performance.now();
    if (cached !== undefined && now < cached.until) return cached.id;
    const id = this.#number(largestId(table));
    this.#largestIds.set(table, { id, until: now + ID_LIFETIME });
    return id;
  }

  /** Returns how many records a filter finds by an index; a number larger than that of any table if there are many. */
  #count(table: Table, filter: Filter): number {
    if (isUnique(filter.column)) return filter.values.length;
    const condition = filterCondition(filter, table.placeFunction);
    const found = sql`SELECT 1 FROM ${table.name} WHERE ${condition} LIMIT ${BigInt(MAXIMUM_COUNTED + 1)}`;
    const count = this.#number(sql`SELECT count(*) AS number FROM (${found})`);
    return count > MAXIMUM_COUNTED ? Infinity : count;
  }

  #number(statement: Sql): number {
    return Number(this.#connection.get(statement)?.number);
  }
}

/** Returns the table with a time limit. Counting all rows of a table is fast unless each is looked at. */
function scannedTable(table: Table, query: ListQuery): Table {
  return query.filters.length === 0 && !isSorted(query) ? table : { ...table, scope: [inTime] };
}

/** Whether SQLite finds the records of a filter by an index (table.ts). It also could for ranges, but these may find all records. */
function usesIndex({ column, operator }: Filter): boolean {
  return (operator === 'eq' || operator === 'in') && (isUnique(column) || column.references !== undefined);
}

function isUnique({ name, unique }: ColumnDefinition): boolean {
  return name === 'id' || unique === true;
}

function largestId(table: Table): Sql {
  const cached = largestIdByTable.get(table);
  if (cached !== undefined) return cached;
  const statement = sql`SELECT max(id) AS number FROM ${table.name}`;
  largestIdByTable.set(table, statement);
  return statement;
}

// Every list uses it, and tables never change.
const largestIdByTable = new WeakMap<Table, Sql>();

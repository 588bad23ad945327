import type { ColumnDefinition, Filter } from '../../../workspace/index.ts';
import { filterCondition } from '../sql/filter-condition.ts';
import type { Row } from '../sql/read-rows.ts';
import { toPage } from '../sql/read-rows.ts';
import { isSorted, selectPage } from '../sql/select-page.ts';
import { selectSize, SIZE } from '../sql/select-size.ts';
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

  constructor(connection: SqliteConnection, scans: ScanThreads, longestRead: number) {
    this.#connection = connection;
    this.#scans = scans;
    this.#longestRead = longestRead;
  }

  /** Returns one page of records. */
  async list({ workspace, entity }: Collection, query: ListQuery): Promise<Page> {
    const table = tableOf(workspace, entity);
    return toPage(table, await this.#rows(table, query, selectPage));
  }

  /** Returns the bytes of text in a page. */
  async sizeOf({ workspace, entity }: Collection, query: ListQuery): Promise<number> {
    const [row] = await this.#rows(tableOf(workspace, entity), query, selectSize);
    return Number(row?.[SIZE]);
  }

  #rows(
    table: Table,
    query: ListQuery,
    select: (table: Table, query: ListQuery) => Sql,
  ): readonly Row[] | Promise<readonly Row[]> {
    if (this.#isShort(table, query)) return this.#connection.all(select(table, query));
    // Counting all rows of a table is fast unless each is looked at.
    const isPlain = query.filters.length === 0 && !isSorted(query);
    return this.#scans.rows(select(isPlain ? table : { ...table, scope: [inTime] }, query));
  }

  /** Whether a read is over soon, however unfavorable the records are. Looks only as closely as necessary. */
  #isShort(table: Table, query: ListQuery): boolean {
    const isShort = (rows: number, bytes = bytesOfRows(table.entity, rows)): boolean =>
      scanCost(query, { rows, bytes }) <= this.#longestRead;
    // The largest id is a limit for the number of records, because ids are never used twice.
    const rows = this.#number(largestId(table));
    if (isShort(rows)) return true;
    // All records together cannot be larger than the database.
    if (isShort(rows, Math.min(bytesOfRows(table.entity, rows), this.#connection.bytes))) return true;
    const found = query.filters.filter(usesIndex).map((filter) => this.#count(table, filter));
    // SQLite uses one of the indexes.
    return found.length > 0 && isShort(Math.max(...found));
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

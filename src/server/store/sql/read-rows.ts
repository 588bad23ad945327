import type { ListQuery, Page, StoredRecord } from '../store.ts';
import { decodeValue } from './column-codec.ts';
import { selectPage, selectPageAfterEnd } from './select-page.ts';
import type { Sql } from './sql.ts';
import type { Table } from './table.ts';

/** A row as the database returns it, with integers as BigInt. */
export type Row = Readonly<Record<string, unknown>>;

/** A row as the values of its columns, in the order in which they are selected. SQLite reads a page a third faster this way. */
export type RowValues = readonly unknown[];

/** Converts a row to a record. */
export function toRecord({ entity }: Table, row: Row): StoredRecord {
  const record: Record<string, unknown> & { id: number } = { id: Number(row.id) };
  for (const column of entity.columns) record[column.name] = decodeValue(column, row[column.name]);
  return record;
}

/** Reads one page of records. `run` runs a statement. `known` is the total number of records, if it is known. */
export async function readPage(
  table: Table,
  query: ListQuery,
  run: (statement: Sql) => readonly RowValues[] | Promise<readonly RowValues[]>,
  known?: number,
): Promise<Page> {
  const rows = await run(selectPage(table, query, known));
  if (rows.length === 0 && query.page > 0) return toPage(table, await run(selectPageAfterEnd(table, query)));
  return toPage(table, rows);
}

/** Converts rows of the total, the id, and the columns of the entity. */
function toPage({ entity }: Table, rows: readonly RowValues[]): Page {
  const records: StoredRecord[] = [];
  let totalElements = 0;
  for (const row of rows) {
    totalElements = Number(row[0]);
    if (row[1] === null) continue;
    const record: Record<string, unknown> & { id: number } = { id: Number(row[1]) };
    entity.columns.forEach((column, index) => (record[column.name] = decodeValue(column, row[index + 2])));
    records.push(record);
  }
  return { records, totalElements };
}

import type { ListQuery, Page, StoredRecord } from '../store.ts';
import { decodeValue } from './column-codec.ts';
import { selectPage, selectPageAfterEnd, TOTAL } from './select-page.ts';
import type { Sql } from './sql.ts';
import type { Table } from './table.ts';

/** A row as the database returns it, with integers as BigInt. */
export type Row = Readonly<Record<string, unknown>>;

/** Converts a row to a record. */
export function toRecord({ entity }: Table, row: Row): StoredRecord {
  const record: Record<string, unknown> & { id: number } = { id: Number(row.id) };
  for (const column of entity.columns) record[column.name] = decodeValue(column, row[column.name]);
  return record;
}

/** Reads one page of records. `run` runs a statement. */
export async function readPage(
  table: Table,
  query: ListQuery,
  run: (statement: Sql) => readonly Row[] | Promise<readonly Row[]>,
): Promise<Page> {
  const rows = await run(selectPage(table, query));
  if (rows.length === 0 && query.page > 0) return toPage(table, await run(selectPageAfterEnd(table, query)));
  return toPage(table, rows);
}

function toPage(table: Table, rows: readonly Row[]): Page {
  const records = rows.filter(({ id }) => id !== null).map((row) => toRecord(table, row));
  return { records, totalElements: Number(rows[0]?.[TOTAL] ?? 0) };
}

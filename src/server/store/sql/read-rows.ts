import type { Page, StoredRecord } from '../store.ts';
import { decodeValue } from './column-codec.ts';
import { TOTAL } from './select-page.ts';
import type { Table } from './table.ts';

/** A row as the database returns it, with integers as BigInt. */
export type Row = Readonly<Record<string, unknown>>;

/** Converts a row to a record. */
export function toRecord({ entity }: Table, row: Row): StoredRecord {
  const record: Record<string, unknown> & { id: number } = { id: Number(row.id) };
  for (const column of entity.columns) record[column.name] = decodeValue(column, row[column.name]);
  return record;
}

/** Converts the rows of `selectPage` to a page. */
export function toPage(table: Table, rows: readonly Row[]): Page {
  const records = rows.filter(({ id }) => id !== null).map((row) => toRecord(table, row));
  return { records, totalElements: Number(rows[0]?.[TOTAL]) };
}

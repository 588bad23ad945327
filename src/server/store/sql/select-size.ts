import type { ListQuery } from '../store.ts';
import { storageOf } from './column-codec.ts';
import { pageOf } from './select-page.ts';
import type { Sql } from './sql.ts';
import { join, quoted, sql } from './sql.ts';
import type { Table } from './table.ts';

/** The column that contains the size. It has a dot, so it cannot clash with a column of an entity. */
export const SIZE = 'page.size';

/** Selects the bytes of the text in a page of records. Databases know the length of a text without reading it. */
export function selectSize(table: Table, query: ListQuery): Sql {
  const texts = table.entity.columns.filter((column) => storageOf(column) === 'text');
  const lengths = texts.map(({ name }) => sql`coalesce(octet_length(${quoted(name)}), 0)`);
  const { from, page } = pageOf(table, query);
  const rows = sql`SELECT ${join([sql`0`, ...lengths], ' + ')} AS ${quoted(SIZE)} ${from} ${page}`;
  return sql`SELECT coalesce(sum(${quoted(SIZE)}), 0) AS ${quoted(SIZE)} FROM (${rows}) AS listed`;
}

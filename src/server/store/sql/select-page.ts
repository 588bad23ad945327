import type { Sort } from '../../../workspace/index.ts';
import type { ListQuery } from '../store.ts';
import { filterCondition } from './filter-condition.ts';
import { columnsOf } from './record-statements.ts';
import type { Sql } from './sql.ts';
import { join, quoted, sql } from './sql.ts';
import type { Table } from './table.ts';

/** The column that contains the total number of records. It has a dot, so it cannot clash with a column of an entity. */
export const TOTAL = 'page.total';

/**
 * Selects one page of records and their total number. A single statement keeps both consistent. If the page is empty, it
 * returns one row with the total and a null id.
 */
export function selectPage(table: Table, { filters, sort, page, size }: ListQuery): Sql {
  const conditions = [...table.scope, ...filters.map((filter) => filterCondition(filter, table.placeFunction))];
  const where = conditions.length === 0 ? sql`` : sql` WHERE ${join(conditions, ' AND ')}`;
  const order = orderBy(sort);
  const from = sql`FROM ${table.name}${where}`;
  const rows = sql`SELECT ${columnsOf(table)} ${from} ORDER BY ${order} LIMIT ${BigInt(size)} OFFSET ${BigInt(page) * BigInt(size)}`;
  const counted = sql`SELECT count(*) AS ${quoted(TOTAL)} ${from}`;
  return sql`SELECT * FROM (${counted}) AS counted LEFT JOIN (${rows}) AS listed ON TRUE ORDER BY ${order}`;
}

/** Makes the order explicit: databases differ in where they sort nulls, and return equal rows in any order. */
function orderBy(sort: Sort | undefined): Sql {
  if (sort === undefined) return sql`id`;
  const direction = sort.direction === 'asc' ? sql`ASC` : sql`DESC`;
  if (sort.column.name === 'id') return sql`id ${direction}`;
  return sql`${quoted(sort.column.name)} ${direction} NULLS LAST, id`;
}

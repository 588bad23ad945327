import type { Sort } from '../../../workspace/index.ts';
import type { ListQuery } from '../store.ts';
import { filterCondition } from './filter-condition.ts';
import { columnsOf } from './record-statements.ts';
import type { Sql } from './sql.ts';
import { join, quoted, sql } from './sql.ts';
import type { Table } from './table.ts';

/** The column of a page's rows that has the number of records in all. No column of an entity has a point in its name. */
export const TOTAL = 'page.total';

/**
 * Reads one page, and how many records there are in all. It is one statement, so both are of the same moment; where the page
 * has no record, its only row has no id.
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

/** Databases differ in where they put nulls, and none keeps equal rows in an order of its own. */
function orderBy(sort: Sort | undefined): Sql {
  if (sort === undefined) return sql`id`;
  const direction = sort.direction === 'asc' ? sql`ASC` : sql`DESC`;
  if (sort.column.name === 'id') return sql`id ${direction}`;
  return sql`${quoted(sort.column.name)} ${direction} NULLS LAST, id`;
}

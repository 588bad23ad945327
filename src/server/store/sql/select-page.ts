import type { EntityDefinition, Sort } from '../../../workspace/index.ts';
import type { ListQuery } from '../store.ts';
import { filterCondition } from './filter-condition.ts';
import type { Sql } from './sql.ts';
import { join, quoted, sql } from './sql.ts';
import type { Table } from './table.ts';

/** The column that contains the total number of records. Its name has a dot, so it cannot clash with a column of an entity. */
const TOTAL = 'page.total';

/**
 * Selects one page of records, each with the total number of records. A single statement keeps both consistent. A page without records
 * has no row, and so no total: if it is not the first one, `selectPageAfterEnd` finds the total.
 * @param known the total, if it is known; by default, the database counts the records
 */
export function selectPage(table: Table, query: ListQuery, known?: number): Sql {
  const { from, page } = pageOf(table, query);
  const total = known === undefined ? sql`(SELECT count(*) ${from})` : sql`${BigInt(known)}`;
  const columns = sql`SELECT ${total} AS ${quoted(TOTAL)}, ${selectedColumns(table.entity)}`;
  if (!isSorted(query)) return sql`${columns} ${from} ${page}`;
  return sql`${columns} ${fromIds(table, sql`SELECT id ${from} ${page}`)} ORDER BY ${orderBy(query.sort, quoted)}`;
}

/** Selects the same as `selectPage`, at twice the cost. If the page is empty, it returns one row with the total and a null id. */
export function selectPageAfterEnd(table: Table, query: ListQuery): Sql {
  const { inner, outer, nameOf } = listedColumns(table.entity);
  const { from, page } = pageOf(table, query);
  const rows = sql`SELECT ${inner} ${isSorted(query) ? fromIds(table, sql`SELECT id ${from} ${page}`) : sql`${from} ${page}`}`;
  const counted = sql`SELECT count(*) AS ${quoted(TOTAL)} ${from}`;
  return sql`SELECT ${outer} FROM (${counted}) AS counted LEFT JOIN (${rows}) AS listed ON 1 = 1 ORDER BY ${orderBy(query.sort, nameOf)}`;
}

/** Whether a list has another order than that of the ids. */
export function isSorted({ sort }: ListQuery): boolean {
  return sort !== undefined && sort.column.name !== 'id';
}

/** Selects records by their ids, so that finding the page of a sort needs no room for whole records. */
function fromIds({ name, scope }: Table, ids: Sql): Sql {
  return sql`FROM ${name} WHERE ${join([...scope, sql`id IN (${ids})`], ' AND ')}`;
}

/** Returns the clauses that select the matching records, and those that select a page of them. */
export function pageOf(
  table: Table,
  { filters, sort, page, size }: ListQuery,
): { readonly from: Sql; readonly page: Sql } {
  const conditions = [...table.scope, ...filters.map((filter) => filterCondition(filter, table.placeFunction))];
  const where = conditions.length === 0 ? sql`` : sql` WHERE ${join(conditions, ' AND ')}`;
  return {
    from: sql`FROM ${table.name}${where}`,
    page: sql`ORDER BY ${orderBy(sort, quoted)} LIMIT ${BigInt(size)} OFFSET ${BigInt(page) * BigInt(size)}`,
  };
}

/** Returns the columns of a record. */
function selectedColumns(entity: EntityDefinition): Sql {
  const cached = selectedByEntity.get(entity);
  if (cached !== undefined) return cached;
  const selected = join([sql`id`, ...entity.columns.map(({ name }) => quoted(name))], ', ');
  selectedByEntity.set(entity, selected);
  return selected;
}

const selectedByEntity = new WeakMap<EntityDefinition, Sql>();

/** The columns of a page, inside and outside of the subquery, and the name of a column between the two. */
interface ListedColumns {
  readonly inner: Sql;
  readonly outer: Sql;
  nameOf(column: string): Sql;
}

/** Renames the columns inside of the subquery: SQLite renames a column of a subquery that is named `true` or `false`. */
function listedColumns(entity: EntityDefinition): ListedColumns {
  const cached = listedByEntity.get(entity);
  if (cached !== undefined) return cached;
  const names = new Map(entity.columns.map(({ name }, index) => [name, quoted(`listed.${index}`)]));
  const nameOf = (column: string): Sql => names.get(column) ?? quoted(column);
  const { columns } = entity;
  const listed = {
    inner: join([sql`id`, ...columns.map(({ name }) => sql`${quoted(name)} AS ${nameOf(name)}`)], ', '),
    outer: join([quoted(TOTAL), sql`id`, ...columns.map(({ name }) => sql`${nameOf(name)} AS ${quoted(name)}`)], ', '),
    nameOf,
  };
  listedByEntity.set(entity, listed);
  return listed;
}

const listedByEntity = new WeakMap<EntityDefinition, ListedColumns>();

/** Makes the order explicit: databases differ in where they sort nulls, and return equal rows in any order. */
function orderBy(sort: Sort | undefined, nameOf: (column: string) => Sql): Sql {
  if (sort === undefined) return sql`id`;
  const direction = sort.direction === 'asc' ? sql`ASC` : sql`DESC`;
  if (sort.column.name === 'id') return sql`id ${direction}`;
  return sql`${nameOf(sort.column.name)} ${direction} NULLS LAST, id`;
}

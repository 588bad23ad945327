import type { Filter } from '../../../workspace/index.ts';
import { filterOperand } from './filter-operand.ts';
import type { Sql } from './sql.ts';
import { join, keyword, quoted, sql } from './sql.ts';

/** The SQL function that returns the position of a substring, or 0. Its name depends on the database. */
export type PlaceFunction = 'instr' | 'strpos';

/** Converts a filter to an SQL condition. As usual in SQL, a null value matches only `isNull`. */
export function filterCondition(filter: Filter, placeFunction: PlaceFunction): Sql {
  const { column, operator, values } = filter;
  const name = quoted(column.name);
  const [first, ...others] = values.map((text) => filterOperand(column, text));
  if (operator === 'isNull') return sql`${name} IS NULL`;
  if (operator === 'isNotNull' || first === undefined) return sql`${name} IS NOT NULL`;
  const { value, exact } = first;
  switch (operator) {
    case 'eq':
      return exact ? sql`${name} = ${value}` : NEVER;
    case 'neq':
      return exact ? sql`${name} <> ${value}` : sql`${name} IS NOT NULL`;
    case 'gt':
      return sql`${name} > ${value}`;
    case 'gte':
      return exact ? sql`${name} >= ${value}` : sql`${name} > ${value}`;
    case 'lt':
      return exact ? sql`${name} < ${value}` : sql`${name} <= ${value}`;
    case 'lte':
      return sql`${name} <= ${value}`;
    case 'like':
      return sql`${keyword(placeFunction)}(${name}, ${value}) > 0`;
    case 'in': {
      const exactOnes = [first, ...others].filter((operand) => operand.exact).map((operand) => sql`${operand.value}`);
      return exactOnes.length === 0 ? NEVER : sql`${name} IN (${join(exactOnes, ', ')})`;
    }
  }
}

/** Not `FALSE`, which SQLite takes for a column of that name. */
const NEVER = sql`1 = 0`;

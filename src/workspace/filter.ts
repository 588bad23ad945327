import { columnTypes } from './column-type.ts';
import type { ColumnDefinition, ColumnType } from './definition.ts';

/** How a filter compares a column with its value. */
export const filterOperators = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'like', 'in', 'isNull', 'isNotNull'] as const;

export type FilterOperator = (typeof filterOperators)[number];

/** Whether a text names an operator. */
export function isFilterOperator(text: string): text is FilterOperator {
  return filterOperators.some((operator) => operator === text);
}

/** What is wrong with the value of a filter, as it stands after the parameter's name; `undefined` where nothing is. */
export function filterComplaint(column: ColumnDefinition, operator: FilterOperator, text: string): string | undefined {
  if (operator === 'isNull' || operator === 'isNotNull') return undefined;
  if (operator === 'like' && column.type !== 'TEXT') return `looks for text, but ${column.name} is none`;
  const wrong = (operator === 'in' ? text.split(',') : [text]).find((each) => !isValueOf(column, each));
  if (wrong === undefined) return undefined;
  return `must be ${columnTypes[column.type].words(column)}, not "${wrong}"`;
}

/** How the values of each type are written in a query. */
const readers: Readonly<Record<ColumnType, (text: string) => unknown>> = {
  TEXT: (text) => text,
  INTEGER: (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined),
  DECIMAL: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
  BOOLEAN: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  DATE: (text) => text,
  TIMESTAMP: (text) => text,
};

function isValueOf(column: ColumnDefinition, text: string): boolean {
  const value = readers[column.type](text);
  // A price may be compared with a number that is finer than any price.
  if (column.type === 'DECIMAL') return typeof value === 'number' && Number.isFinite(value);
  return columnTypes[column.type].accepts(value, column);
}

import { columnTypes } from './column-type.ts';
import type { ColumnDefinition, ColumnType } from './definition.ts';
import { isWhole, plainNumber } from './number-text.ts';

/** The ways a filter can compare a column with its value. */
export const filterOperators = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'like', 'in', 'isNull', 'isNotNull'] as const;

export type FilterOperator = (typeof filterOperators)[number];

/** Whether a string is the name of an operator. */
export function isFilterOperator(text: string): text is FilterOperator {
  return filterOperators.some((operator) => operator === text);
}

/** Returns what is wrong with the value of a filter, to follow the parameter's name; `undefined` if nothing is. */
export function filterComplaint(column: ColumnDefinition, operator: FilterOperator, text: string): string | undefined {
  if (isNullTest(operator))
    return text === 'true' || text === 'false' ? undefined : `must be true or false, not "${text}"`;
  if (operator === 'like' && column.type !== 'TEXT') return `searches text, but ${column.name} is not a text column`;
  const wrong = (operator === 'in' ? listItems(text) : [text]).find((each) => !isValueOf(column, each));
  if (wrong === undefined) return undefined;
  return `must be ${columnTypes[column.type].words(column)}, not "${wrong}"`;
}

/** Whether an operator compares nothing: it tests whether there is a value. */
export function isNullTest(operator: FilterOperator): boolean {
  return operator === 'isNull' || operator === 'isNotNull';
}

/** Splits the value of `in` at its commas. A comma that is part of an item is written `\,`, a backslash before it `\\`. */
export function listItems(text: string): readonly string[] {
  const items = [''];
  for (const [piece] of text.matchAll(/\\[\\,]|[^]/gu)) {
    if (piece === ',') items.push('');
    else items.push(`${items.pop()}${piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece}`);
  }
  return items;
}

/** Reads the values of each type as written in a query. */
const readers: Readonly<Record<ColumnType, (text: string) => unknown>> = {
  TEXT: (text) => text,
  INTEGER: (text) => (isWhole(plainNumber(text) ?? '') ? Number(text) : undefined),
  DECIMAL: (text) => (plainNumber(text) === undefined ? undefined : Number(text)),
  BOOLEAN: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  DATE: (text) => text,
  TIMESTAMP: (text) => text,
};

function isValueOf(column: ColumnDefinition, text: string): boolean {
  const value = readers[column.type](text);
  // A price can be compared with a number that has more decimal places than a price.
  if (column.type === 'DECIMAL') return typeof value === 'number' && Number.isFinite(value);
  return columnTypes[column.type].accepts(value, column);
}

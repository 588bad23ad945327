import type { ColumnDefinition, ColumnType } from './definition.ts';
import { isDate, isTimestamp } from './format.ts';

interface TypeRule {
  /** The type in words, as it stands after "must be". */
  words(column: ColumnDefinition): string;
  accepts(value: unknown, column: ColumnDefinition): boolean;
}

/** What each type of column takes. How long a text or how large a number may be is not a matter of type. */
export const columnTypes: Readonly<Record<ColumnType, TypeRule>> = {
  TEXT: { words: () => 'text', accepts: (value) => typeof value === 'string' },
  INTEGER: { words: () => 'a whole number', accepts: (value) => Number.isInteger(value) },
  DECIMAL: {
    words: (column) => `a number with at most ${scaleOf(column)} decimal places`,
    accepts: (value, column) => typeof value === 'number' && hasPlaces(value, scaleOf(column)),
  },
  BOOLEAN: { words: () => 'true or false', accepts: (value) => typeof value === 'boolean' },
  DATE: { words: () => 'a date, YYYY-MM-DD', accepts: (value) => typeof value === 'string' && isDate(value) },
  TIMESTAMP: {
    words: () => 'a timestamp (RFC 3339) with at most milliseconds',
    accepts: (value) => typeof value === 'string' && isTimestamp(value),
  },
};

/** How many characters a column's text has at most. */
export function maximumLength({ length = 255 }: ColumnDefinition): number {
  return length;
}

/** How many decimal places a column's numbers have at most. */
export function scaleOf({ type, scale = 2 }: ColumnDefinition): number {
  return type === 'DECIMAL' ? scale : 0;
}

/**
 * The largest number that a column takes; the smallest is its negative. Integers stay exact in a double up to 2^53 − 1, and
 * decimals while they have no more than 15 digits in all.
 */
export function maximumNumber(column: ColumnDefinition): number {
  return column.type === 'DECIMAL' ? (10 ** 15 - 1) / 10 ** scaleOf(column) : Number.MAX_SAFE_INTEGER;
}

function hasPlaces(value: number, places: number): boolean {
  return Number(value.toFixed(places)) === value;
}

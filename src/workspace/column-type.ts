import type { ColumnDefinition, ColumnType } from './definition.ts';
import { isDate, isTimestamp } from './format.ts';

interface TypeRule {
  /** The type in words, to follow "must be". */
  words(column: ColumnDefinition): string;
  accepts(value: unknown, column: ColumnDefinition): boolean;
}

/** The values that each column type accepts. The length of text and the size of numbers are limited elsewhere. */
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
    words: () => 'a timestamp (RFC 3339) with at most millisecond precision',
    accepts: (value) => typeof value === 'string' && isTimestamp(value),
  },
};

/** The maximum number of characters in a value of the column. */
export function maximumLength({ length = 255 }: ColumnDefinition): number {
  return length;
}

/** The maximum number of decimal places in a value of the column. */
export function scaleOf({ type, scale = 2 }: ColumnDefinition): number {
  return type === 'DECIMAL' ? scale : 0;
}

/**
 * The largest number that a column accepts; the smallest is its negative. A double represents integers up to 2^53 − 1 exactly,
 * and decimals of up to 15 digits.
 */
export function maximumNumber(column: ColumnDefinition): number {
  return column.type === 'DECIMAL' ? (10 ** 15 - 1) / 10 ** scaleOf(column) : Number.MAX_SAFE_INTEGER;
}

function hasPlaces(value: number, places: number): boolean {
  return Number(value.toFixed(places)) === value;
}

import type { ColumnType } from '../workspace/index.ts';
import { columnTypes, maximumNumber } from '../workspace/index.ts';

/** What the values of a field show about its column. */
export interface ColumnFacts {
  readonly type: ColumnType;
  /** The parts of the column that depend on the type. */
  readonly limits: { readonly length?: number; readonly scale?: number };
  /** What was seen, and what is assumed from it, as the end of a sentence. */
  readonly seen: string;
}

const LARGEST_SCALE = 10;

/** Lengths that people choose. A text can be longer than those that were seen. */
const LENGTHS = [255, 1000, 4000, 10_000, 100_000];

/**
 * Finds the type of a column from its values, without nulls.
 * @returns the facts, or why a definition cannot describe such a column
 */
export function factsOf(values: readonly unknown[]): ColumnFacts | string {
  if (values.length === 0)
    return { type: 'TEXT', limits: {}, seen: 'the type is assumed, because no record has a value' };
  if (values.every((value) => typeof value === 'boolean')) return { type: 'BOOLEAN', limits: {}, seen: '' };
  if (values.every((value) => typeof value === 'number')) return numberFacts(values);
  if (values.every((value) => typeof value === 'string')) return textFacts(values);
  if (values.every((value) => Array.isArray(value))) return 'its values are lists';
  if (values.every((value) => typeof value === 'object')) return 'its values are objects';
  return 'its values are of different types';
}

function numberFacts(values: readonly number[]): ColumnFacts {
  if (values.every((value) => Number.isInteger(value))) {
    const isUnsafe = values.some((value) => !Number.isSafeInteger(value));
    return { type: 'INTEGER', limits: {}, seen: isUnsafe ? 'some numbers are too large' : 'only whole numbers' };
  }
  const column = (scale: number) => ({ name: '', type: 'DECIMAL', scale }) as const;
  const accepts = (scale: number): boolean =>
    values.every(
      (value) => columnTypes.DECIMAL.accepts(value, column(scale)) && Math.abs(value) <= maximumNumber(column(scale)),
    );
  const scale = Array.from({ length: LARGEST_SCALE + 1 }, (_, index) => index).find(accepts);
  const seen = scale === undefined ? 'some numbers have too many digits' : `at most ${scale} decimal places`;
  return { type: 'DECIMAL', limits: { scale: scale ?? 2 }, seen };
}

function textFacts(values: readonly string[]): ColumnFacts {
  const type = (['DATE', 'TIMESTAMP'] as const).find((each) =>
    values.every((value) => columnTypes[each].accepts(value, { name: '', type: each })),
  );
  if (type !== undefined) return { type, limits: {}, seen: '' };
  const longest = Math.max(...values.map((value) => [...value].length));
  const length = LENGTHS.find((each) => each >= longest) ?? LENGTHS.at(-1);
  const limits = length === undefined || length === LENGTHS[0] ? {} : { length };
  return { type: 'TEXT', limits, seen: `at most ${longest} character${longest === 1 ? '' : 's'}` };
}

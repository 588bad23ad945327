import type { ColumnDefinition } from '../../workspace/index.ts';
import { columnDetails, maximumNumber, scaleOf } from '../../workspace/index.ts';

/** Makes the number of a column from the digits of a record. */
export type NumberMaker = (digits: string) => number;

/** Returns makers of numbers that contain all digits of a record. Many servers store whole numbers in 32 bits, which are too few. */
export function markedNumbers(column: ColumnDefinition): readonly NumberMaker[] {
  const scaled = (digits: string): number => rounded(column, Number(digits) / 10 ** scaleOf(column));
  return [scaled, (digits) => -scaled(digits)];
}

/** Returns makers of numbers that differ from record to record: those that 32 bits can hold, then those within narrow bounds. */
export function freshNumbers(column: ColumnDefinition): readonly NumberMaker[] {
  const nineDigits = (digits: string): number =>
    rounded(column, Number(`1${digits.slice(-8)}`) / 10 ** scaleOf(column));
  const { low, high, step } = rangeOf(column);
  const size = Math.floor((high - low) / step) + 1;
  const within: NumberMaker = (digits) => rounded(column, low + (Number(digits) % size) * step);
  return [nineDigits, (digits) => -nineDigits(digits), ...(size > 1 ? [within] : [])];
}

/** The most values that are used of a range without an end. */
const WIDEST = 1_000_000;

function rangeOf(column: ColumnDefinition): { readonly low: number; readonly high: number; readonly step: number } {
  const step = 1 / 10 ** scaleOf(column);
  const bounds = (column.constraints ?? []).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const ends = [0, 1, -1, step, -step, ...bounds, ...bounds.flatMap((bound) => [Math.ceil(bound), Math.floor(bound)])]
    .flatMap((end) => [end, end + WIDEST * step, end - WIDEST * step])
    .map((end) => rounded(column, end))
    .filter((end) => Math.abs(end) <= maximumNumber(column) && columnDetails(column, end).length === 0)
    .toSorted((one, other) => one - other);
  const [low = 0] = ends;
  return { low, high: ends.at(-1) ?? low, step };
}

function rounded(column: ColumnDefinition, value: number): number {
  return Number(value.toFixed(scaleOf(column)));
}

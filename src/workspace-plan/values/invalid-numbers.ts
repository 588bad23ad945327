import type { ColumnConstraint, ColumnDefinition } from '../../workspace/index.ts';
import { maximumNumber, scaleOf } from '../../workspace/index.ts';

/** Returns numbers of the type of a column that may break one of its constraints, those nearest to its bound first. */
export function invalidNumbers(column: ColumnDefinition, { value }: ColumnConstraint): readonly number[] {
  const scale = scaleOf(column);
  const step = 1 / 10 ** scale;
  const bound = typeof value === 'number' ? value : 0;
  const near = [0, step, -step, 1, -1, 2, -2].flatMap((offset) => [
    bound + offset,
    Math.floor(bound) + offset,
    Math.ceil(bound) + offset,
  ]);
  const bounds = (column.constraints ?? []).flatMap((each) => (typeof each.value === 'number' ? [each.value] : []));
  const far = bounds.flatMap((each) => [each - step, each + step, each - 1, each + 1]);
  const max = maximumNumber(column);
  const all = [...near, ...far, 10, -10, 1000, -1000, max, -max].map((number) => Number(number.toFixed(scale)));
  return [...new Set(all)]
    .filter((number) => Math.abs(number) <= max)
    .toSorted((one, other) => Math.abs(one - bound) - Math.abs(other - bound));
}

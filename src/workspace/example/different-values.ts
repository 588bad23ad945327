import { scaleOf } from '../column-type.ts';
import type { ColumnDefinition } from '../definition.ts';
import { columnDetails } from '../validate-record.ts';
import type { SamplesOf } from '../regular-expressions.ts';
import { stretchedTexts } from './stretched-texts.ts';

/**
 * Returns values of a column that differ from each other and satisfy every constraint: `first`, and up to `count - 1` others. The
 * others look like the first one: `Jane Doe 2`, the next day, the next number.
 */
export function differentValues(
  column: ColumnDefinition,
  first: unknown,
  count: number,
  samplesOf: SamplesOf = () => [],
): readonly unknown[] {
  const found = [first];
  for (let index = 1; index < count; index++) {
    const next = followers(column, first, index, samplesOf).find(
      (value) => !found.includes(value) && columnDetails(column, value).length === 0,
    );
    if (next === undefined) return found;
    found.push(next);
  }
  return found;
}

/** What may follow a value, `index` places after it. */
function followers(column: ColumnDefinition, first: unknown, index: number, samplesOf: SamplesOf): readonly unknown[] {
  if (typeof first === 'boolean') return [!first];
  if (typeof first === 'number') return nextNumbers(first, index, scaleOf(column));
  if (typeof first !== 'string') return [];
  if (column.type === 'DATE') return [dayAfter(first, index).slice(0, 'YYYY-MM-DD'.length)];
  if (column.type === 'TIMESTAMP') return [dayAfter(first, index).replace('.000Z', 'Z')];
  const samples = (column.constraints ?? []).flatMap(({ type, value }) =>
    type === 'PATTERN' ? samplesOf(String(value)) : [],
  );
  return [...nextTexts(first, index + 1), ...samples, ...stretchedTexts(column, samples)];
}

function nextNumbers(first: number, index: number, scale: number): readonly number[] {
  const step = 1 / 10 ** scale;
  return [first + index, first - index, first + index * step, first - index * step].map((value) =>
    Number(value.toFixed(scale)),
  );
}

function nextTexts(first: string, number: number): readonly string[] {
  return [
    first.replace('@', `-${number}@`),
    first.replace(/\d+/, (digits) => String(BigInt(digits) + BigInt(number - 1)).padStart(digits.length, '0')),
    `${first} ${number}`,
    `${first}-${number}`,
    `${first}${number}`,
    first.slice(0, -1) + String(number),
    first.slice(0, -1) + 'abcdefghij'.charAt(number),
    first.slice(0, -1) + 'ABCDEFGHIJ'.charAt(number),
  ];
}

function dayAfter(text: string, days: number): string {
  const start = Date.parse(text);
  return Number.isNaN(start) ? '' : new Date(start + days * 86_400_000).toISOString();
}

import { maximumLength, maximumNumber, scaleOf } from '../column-type.ts';
import type { ColumnDefinition } from '../definition.ts';
import type { SamplesOf } from '../regular-expressions.ts';
import { stretchedTexts } from './stretched-texts.ts';
import { columnDetails } from '../validate-record.ts';

/**
 * Returns a value that satisfies the type and every constraint of a column: its `example`, or a value that is always the same. Returns
 * `undefined` if none is found; the definition can then give an example.
 */
export function exampleValue(column: ColumnDefinition, samplesOf: SamplesOf = () => []): unknown {
  return candidates(column, samplesOf).find((value) => columnDetails(column, value).length === 0);
}

function candidates(column: ColumnDefinition, samplesOf: SamplesOf): readonly unknown[] {
  const own = column.example === undefined ? [] : [column.example];
  switch (column.type) {
    case 'TEXT':
      return [...own, ...texts(column, samplesOf)];
    case 'INTEGER':
    case 'DECIMAL':
      return [...own, ...numbers(column)];
    case 'BOOLEAN':
      return [...own, true];
    case 'DATE':
      return [...own, '2026-01-31'];
    case 'TIMESTAMP':
      return [...own, '2026-01-31T09:30:00Z'];
  }
}

/** Texts of the form that the constraints name, then in every length that could be needed. */
function texts(column: ColumnDefinition, samplesOf: SamplesOf): readonly string[] {
  const constraints = column.constraints ?? [];
  const bounds = constraints.flatMap(({ type, value }) => (type.endsWith('_LENGTH') ? [Number(value)] : []));
  const lengths = [...new Set([...bounds, maximumLength(column)])].filter((length) => length <= LONGEST);
  const forms = [
    (length: number) => `${'jane'.padEnd(length - '@example.com'.length, 'e')}@example.com`,
    (length: number) => 'https://example.com/'.padEnd(length, 'a'),
    (length: number) => column.name.padEnd(length, '.').slice(0, Math.max(length, 1)),
  ];
  const samples = constraints.flatMap(({ type, value }) => (type === 'PATTERN' ? samplesOf(String(value)) : []));
  return [
    'text',
    ...forms.map((form) => form(0)),
    'a@b.co',
    'http://a.b',
    ...samples,
    ...forms.flatMap((form) => lengths.map(form)),
    ...stretchedTexts(column, samples),
  ];
}

/** A longer example is hard to read, and a definition that requires one can give it. */
const LONGEST = 1000;

function numbers(column: ColumnDefinition): readonly number[] {
  const step = 1 / 10 ** scaleOf(column);
  const bounds = (column.constraints ?? []).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const [low = 0, high = low] = bounds.toSorted((one, other) => one - other);
  const near = bounds.flatMap((bound) => [Math.ceil(bound), Math.floor(bound), bound, bound + step, bound - step]);
  const rounded = [(low + high) / 2, ...near].map((value) => Number(value.toFixed(scaleOf(column))));
  return [1, 0, -1, ...rounded, maximumNumber(column), -maximumNumber(column)];
}

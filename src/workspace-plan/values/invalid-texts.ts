import { patternSamples } from '../../workspace-contract/index.ts';
import type { ColumnDefinition } from '../../workspace/index.ts';
import { maximumLength } from '../../workspace/index.ts';
import { sameValue } from './value-maker.ts';

const SEEDS = [
  'nope',
  'x',
  '!',
  'A',
  '1',
  '-',
  ' ',
  '',
  '   ',
  'é',
  '\u2603',
  'no such value',
  'NO',
  '12',
  'a@b.co',
  'http://a.b',
];

/**
 * Returns texts that may break a constraint of a column, the most readable first: valid ones of other lengths, and ones of many
 * forms in every length that a constraint names.
 * @param bound the length that the constraint names, if it names one
 */
export function* invalidTexts(column: ColumnDefinition, bound: number): Generator<string> {
  const valid = sameValue(column);
  const own = typeof valid === 'string' ? [valid] : [];
  const samples = (column.constraints ?? []).flatMap(({ type, value }) =>
    type === 'PATTERN' ? patternSamples(String(value)) : [],
  );
  const lengths = lengthsFor(column, bound);
  const bent = own.flatMap((text) => [
    `${text}!`,
    `!${text}`,
    `${text} `,
    text.slice(0, -1),
    text.slice(1),
    text.toUpperCase(),
    text + text,
  ]);
  const seeds = [...SEEDS, ...bent, ...own];
  yield* seeds;
  yield* samples;
  for (const length of lengths) {
    yield* own.map((text) => padded(text, length, 'a'));
    yield `${'jane'.padEnd(length - '@example.com'.length, 'e')}@example.com`;
    yield 'https://example.com/'.padEnd(length, 'a');
    yield 'A'.repeat(length);
    yield '1'.repeat(length);
    // Matching many long texts takes seconds.
    if (length > LONG) continue;
    yield* seeds.map((text) => padded(text, length));
    yield* samples.slice(0, 5).map((text) => padded(text, length));
  }
}

const LONG = 2000;

function lengthsFor(column: ColumnDefinition, bound: number): readonly number[] {
  const bounds = (column.constraints ?? []).flatMap(({ type, value }) =>
    type === 'MIN_LENGTH' || type === 'MAX_LENGTH' ? [Number(value)] : [],
  );
  const own = Number.isInteger(bound) ? [bound] : [];
  const all = [...own, ...bounds, maximumLength(column)].flatMap((length) => [length + 1, length - 1, length]);
  return [...new Set(all)].filter((length) => length >= 0);
}

/** Cuts a text, or repeats its last character. */
function padded(text: string, length: number, filler = text.slice(-1) || ' '): string {
  return text.slice(0, length).padEnd(length, filler);
}

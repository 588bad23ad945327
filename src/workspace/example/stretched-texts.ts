import { maximumLength } from '../column-type.ts';
import type { ColumnDefinition } from '../definition.ts';

/**
 * Returns samples of a pattern with a part that is repeated or left out, so that their length fits the column: a generator of samples does
 * not know the other constraints. Whether the pattern still matches them is for the caller to check.
 */
export function stretchedTexts(column: ColumnDefinition, samples: readonly string[]): readonly string[] {
  const lengths = lengthsFor(column);
  const chosen = samples.filter((sample) => sample !== '').slice(0, MOST_SAMPLES);
  const missing = lengths.filter((length) => samples.every((sample) => sample.length !== length));
  return [
    ...new Set([...samples, ...missing.flatMap((length) => chosen.flatMap((sample) => ofLength(sample, length)))]),
  ];
}

const MOST_SAMPLES = 8;

/** The longest part that is repeated, such as `ab-`. */
const LONGEST_PART = 5;

/** A longer example is hard to read, and a definition that requires one can give it. */
const LONGEST = 1000;

function lengthsFor(column: ColumnDefinition): readonly number[] {
  const valuesOf = (kind: string): readonly number[] =>
    (column.constraints ?? []).flatMap(({ type, value }) => (type === kind ? [Number(value)] : []));
  const least = Math.max(1, ...valuesOf('MIN_LENGTH'));
  const most = Math.min(maximumLength(column), ...valuesOf('MAX_LENGTH'));
  if (least > most) return [];
  // Parts of two or more characters do not reach every length.
  return Array.from({ length: LONGEST_PART }, (_, more) => least + more).filter(
    (length) => length <= most && length <= LONGEST,
  );
}

/** Returns texts of a length that a sample becomes if one of its parts is repeated, or if one is left out. */
function ofLength(sample: string, length: number): readonly string[] {
  const difference = length - sample.length;
  if (difference < 0)
    return Array.from({ length: length + 1 }, (_, start) => sample.slice(0, start) + sample.slice(start - difference));
  return Array.from({ length: Math.min(LONGEST_PART, sample.length) }, (_, index) => index + 1)
    .filter((size) => difference % size === 0)
    .flatMap((size) =>
      Array.from({ length: sample.length - size + 1 }, (_, start) => {
        const part = sample.slice(start, start + size);
        return sample.slice(0, start) + part.repeat(difference / size) + sample.slice(start);
      }),
    );
}

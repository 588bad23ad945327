import { patternSamples } from '../../workspace-contract/index.ts';
import type { ColumnDefinition } from '../../workspace/index.ts';
import { columnDetails, exampleValue } from '../../workspace/index.ts';
import { freshNumbers, markedNumbers } from './number-makers.ts';
import { sampleDigits, showsDigits } from './record-digits.ts';
import { listedTexts, otherTexts, textTemplates } from './text-makers.ts';

/** Makes the values of a column that satisfy its type and every constraint. */
export interface ValueMaker {
  /** Makes the value of a record from its digits. */
  readonly make: (digits: string) => unknown;
  /** The value as text with `{run}` for the digits, if it can be written like that. */
  readonly template?: string;
  /** Whether the value contains the digits, so that it identifies the record. */
  readonly isMarked: boolean;
  /** Whether each record has another value. */
  readonly isFresh: boolean;
}

/**
 * Returns the best maker for a column: text that contains the digits of a record, or values that at least differ from record to
 * record, or the same valid value for all. Returns `undefined` if no valid value was found.
 */
export function valueMaker(column: ColumnDefinition): ValueMaker | undefined {
  const known = remembered.get(column);
  if (known !== undefined) return known;
  const maker = bestOf(column, makersOf(column));
  if (maker !== undefined) remembered.set(column, maker);
  return maker;
}

/** Returns a maker of numbers that contain the digits of a record; `undefined` if the column cannot hold them. */
export function markedNumber(column: ColumnDefinition): ValueMaker | undefined {
  const isNumber = column.type === 'INTEGER' || column.type === 'DECIMAL';
  if (!isNumber || column.references !== undefined) return undefined;
  const maker = bestOf(
    column,
    markedNumbers(column).map((make): Maker => ({ make })),
  );
  return maker?.isMarked === true ? maker : undefined;
}

/** Returns a value that is the same for all records: the example of the column, if it has one. */
export function sameValue(column: ColumnDefinition): unknown {
  return exampleValue(column, patternSamples);
}

// Finding one takes longer than anything else that is known of a column.
const remembered = new WeakMap<ColumnDefinition, ValueMaker>();

type Maker = Pick<ValueMaker, 'make' | 'template'>;

function bestOf(column: ColumnDefinition, makers: Iterable<Maker>): ValueMaker | undefined {
  const valid = [...makers].filter((each) => fits(column, each));
  const best = valid.find(isMarked) ?? valid.find(isFresh) ?? valid[0];
  return best === undefined ? undefined : { ...best, isMarked: isMarked(best), isFresh: isFresh(best) };
}

function makersOf(column: ColumnDefinition): readonly Maker[] {
  const example = sameValue(column);
  const same: readonly Maker[] = example === undefined ? [] : [{ make: () => example }];
  switch (column.type) {
    case 'TEXT': {
      const listed = listedTexts(column).filter((text) => columnDetails(column, text).length === 0);
      return [
        ...textTemplates(column).map((template): Maker => ({
          make: (digits) => template.replace('{run}', digits),
          template,
        })),
        ...otherTexts(column).map((make): Maker => ({ make })),
        ...(listed.length > 1 ? [{ make: (digits: string) => listed[Number(digits) % listed.length] }] : []),
        ...same,
      ];
    }
    case 'INTEGER':
    case 'DECIMAL':
      return [...freshNumbers(column).map((make): Maker => ({ make })), ...same];
    case 'BOOLEAN':
      return same;
    case 'DATE':
      return [{ make: (digits) => dateOf(Number(digits) % DAYS) }, ...same];
    case 'TIMESTAMP':
      return [{ make: (digits) => new Date(Number(digits)).toISOString() }, ...same];
  }
}

/** From 1970 to beyond the year 4000. */
const DAYS = 750_000;

function dateOf(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

function fits(column: ColumnDefinition, { make }: Maker): boolean {
  return sampleDigits.every((digits) => columnDetails(column, make(digits)).length === 0);
}

function isMarked({ make }: Maker): boolean {
  return sampleDigits.every((digits) => showsDigits(make(digits), digits));
}

/** A run creates up to a few thousand records. */
const MOST_RECORDS = 2000;

function isFresh({ make }: Maker): boolean {
  const values = new Set<unknown>();
  for (let number = 0; number < MOST_RECORDS; number += 1) {
    values.add(make(`1234567890${String(number).padStart(4, '0')}`));
    if (values.size <= number) return false;
  }
  return true;
}

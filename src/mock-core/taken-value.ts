import type { ColumnDefinition } from '../workspace/portable/index.ts';
import { validateRecord } from '../workspace/portable/index.ts';

/** A string with this word is a duplicate in every unique column that can hold it: `taken@example.com`, `ORD-taken`. */
const TAKEN = /\btaken\b/i;

/** Whether a text has the word that makes it a duplicate. */
export function hasTakenWord(value: unknown): boolean {
  return typeof value === 'string' && TAKEN.test(value);
}

/**
 * Returns the value that triggers a duplicate in a unique column: a valid text with the word `taken`, and where no such text is found, the
 * value of the first record.
 * @param example the value of the first record
 */
export function takenValue(column: ColumnDefinition, example: unknown): unknown {
  return takenText(column, example) ?? example;
}

/** Returns a valid text with the word `taken`, or `undefined` if none is found. */
export function takenText(column: ColumnDefinition, example: unknown): string | undefined {
  if (column.type !== 'TEXT') return undefined;
  const known = texts.get(column);
  if (known !== undefined) return known.text;
  const text = candidates(String(example)).find((each) => hasTakenWord(each) && isValid(column, each));
  texts.set(column, { text });
  return text;
}

const texts = new WeakMap<ColumnDefinition, { readonly text: string | undefined }>();

function candidates(example: string): readonly string[] {
  // With what is between them.
  const words = example.split(/([^\p{L}\d]+)/u);
  const forms = [
    'taken',
    'taken@example.com',
    'https://example.com/taken',
    [...words.slice(0, -1), 'taken'].join(''),
    ['taken', ...words.slice(1)].join(''),
    `${example} taken`,
    `${example}-taken`,
    'taken'.padEnd(example.length, '-'),
    'taken'.padEnd(example.length, '.'),
  ];
  return [...forms, ...forms.map((form) => form.toUpperCase())];
}

function isValid(column: ColumnDefinition, value: string): boolean {
  return validateRecord({ name: '', table: '', columns: [column] }, { [column.name]: value }, 'update').length === 0;
}

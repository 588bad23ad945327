import { patternSamples } from '../../workspace-contract/index.ts';
import type { ColumnDefinition } from '../../workspace/index.ts';
import { columnDetails, maximumLength, stretchedTexts } from '../../workspace/index.ts';

/** Makes the text of a column from the digits of a record. */
export type TextMaker = (digits: string) => string;

/** Returns templates of text for a column in which `{run}` stands for the digits of a record, the most readable first. */
export function textTemplates(column: ColumnDefinition): readonly string[] {
  const own = typeof column.example === 'string' ? [column.example] : [];
  const forms = [`${column.name}-{run}`, '{run}', 'jane-{run}@example.com', 'https://example.com/{run}'];
  const short = ['x{run}', 'j{run}@a.co', 'http://a.b/{run}'];
  const samples = patternsOf(column).flatMap(patternSamples);
  return [
    ...forms,
    ...own.flatMap(withDigits),
    ...short,
    ...samples.flatMap(withDigits),
    ...lengthsOf(column).flatMap((length) => paddedTemplates(length)),
    ...validOf(column, stretchedTexts(column, samples)).flatMap(withDigits),
  ];
}

/** Returns makers of text without all digits of a record, for columns that cannot hold them, such as short ones or letters only. */
export function otherTexts(column: ColumnDefinition): readonly TextMaker[] {
  const samples = [
    ...new Set([
      ...(typeof column.example === 'string' ? [column.example] : []),
      ...patternsOf(column).flatMap(patternSamples),
      ...validOf(column, stretchedTexts(column, patternsOf(column).flatMap(patternSamples))),
    ]),
  ];
  const lengths = [14, 10, 8, 6, 4, ...lengthsOf(column).filter((length) => length <= 14)];
  const plain = lengths.flatMap((length): readonly TextMaker[] => [
    (digits) => tail(digits, length),
    (digits) => inLetters(tail(digits, length)),
    (digits) => inLetters(tail(digits, length)).toUpperCase(),
  ]);
  const inSamples = samples.flatMap((sample): readonly TextMaker[] =>
    partsOf(sample).map(({ before, part, after }) => (digits) => {
      const end = tail(digits, part.length);
      return `${before}${/^\d/.test(part) ? end : cased(inLetters(end), part)}${after}`;
    }),
  );
  return [...plain, ...inSamples];
}

/** Returns the texts that a pattern allows, if it lists them, such as `^(open|closed)$`. */
export function listedTexts(column: ColumnDefinition): readonly string[] {
  const own = typeof column.example === 'string' ? [column.example] : [];
  return [...new Set([...own, ...patternsOf(column).flatMap(patternSamples)])];
}

/** Puts `{run}` where a text has digits or letters, and at its end. */
function withDigits(text: string): readonly string[] {
  return [
    ...partsOf(text)
      .toSorted((one, other) => Number(/^\d/.test(other.part)) - Number(/^\d/.test(one.part)))
      .map(({ before, after }) => `${before}{run}${after}`),
    ...partsOf(text).map(({ before, part, after }) => `${before}${part}{run}${after}`),
    ...partsOf(text)
      .filter(({ part }) => part.length > DIGITS)
      .map(({ before, part, after }) => `${before}${part.slice(0, -DIGITS)}{run}${after}`),
    `${text}{run}`,
  ];
}

function partsOf(text: string): readonly { readonly before: string; readonly part: string; readonly after: string }[] {
  return [...text.matchAll(/\d+|\p{L}+/gu)].map(({ 0: part, index }) => ({
    before: text.slice(0, index),
    part,
    after: text.slice(index + part.length),
  }));
}

/** How many digits `{run}` stands for. */
const DIGITS = 14;

/** `{run}` is shorter than the digits that it stands for. */
const LONGER = DIGITS - '{run}'.length;

/** Returns the first few texts that satisfy every constraint of a column. */
function validOf(column: ColumnDefinition, texts: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const text of texts) {
    if (found.length === MOST_VALID) break;
    if (columnDetails(column, text).length === 0) found.push(text);
  }
  return found;
}

const MOST_VALID = 4;

/** Returns templates that become text of exactly some length. */
export function paddedTemplates(length: number): readonly string[] {
  const padded = (start: string, end: string): string => start.padEnd(length - LONGER - end.length, 'a') + end;
  return [padded('', '{run}'), padded('jane', '{run}@example.com'), padded('https://example.com/', '{run}')];
}

/** The lengths that constraints ask for. */
function lengthsOf(column: ColumnDefinition): readonly number[] {
  const bounds = (column.constraints ?? []).flatMap(({ type, value }) =>
    type === 'MIN_LENGTH' || type === 'MAX_LENGTH' ? [Number(value)] : [],
  );
  return [...new Set([...bounds, maximumLength(column)])].filter((length) => length > 0 && length <= 1000);
}

function patternsOf({ constraints = [] }: ColumnDefinition): readonly string[] {
  return constraints.flatMap(({ type, value }) => (type === 'PATTERN' ? [String(value)] : []));
}

/** The last digits differ the most. */
function tail(digits: string, length: number): string {
  return digits.slice(-length).padStart(length, '1');
}

function inLetters(digits: string): string {
  return [...digits].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
}

function cased(letters: string, like: string): string {
  return [...letters]
    .map((letter, index) => (/\p{Lu}/u.test(like.charAt(index)) ? letter.toUpperCase() : letter))
    .join('');
}

import type { ColumnConstraint, ColumnDefinition } from '../../workspace/index.ts';
import { columnDetails } from '../../workspace/index.ts';
import { invalidNumbers } from './invalid-numbers.ts';
import { invalidTexts } from './invalid-texts.ts';
import { sampleDigits } from './record-digits.ts';
import { paddedTemplates } from './text-makers.ts';

/** A valid value at the bound of a rule: a server that refuses it has a stricter rule. */
export interface BoundValue {
  /** Text may contain `{run}`, which stands for the digits of the record. */
  readonly value: string | number;
  /** Whether it contains the digits of the record. */
  readonly isMarked: boolean;
}

/** Returns the valid number that is nearest to the bound of a constraint; `undefined` if it is not at the bound. */
export function boundNumber(column: ColumnDefinition, constraint: ColumnConstraint): BoundValue | undefined {
  // Every record has another value, so none can have this one.
  if (column.unique === true || column.references !== undefined) return undefined;
  const bound = typeof constraint.value === 'number' ? constraint.value : 0;
  const value = invalidNumbers(column, constraint).find((each) => columnDetails(column, each).length === 0);
  return value === undefined || Math.abs(value - bound) > 1 ? undefined : { value, isMarked: false };
}

/** Longer text would make the request itself unusual. */
const LONGEST = 2000;

/** Returns valid text of exactly some length; `undefined` if none was found. */
export function boundText(column: ColumnDefinition, length: number): BoundValue | undefined {
  const { constraints = [], unique } = column;
  // Servers differ in how long a part of an address may be.
  const isAddress = constraints.some(({ type }) => type === 'EMAIL' || type === 'URL');
  if (isAddress || length < 1 || length > LONGEST) return undefined;
  const fits = (template: string): boolean =>
    sampleDigits.every((digits) => {
      const text = template.replace('{run}', digits);
      return text.length === length && columnDetails(column, text).length === 0;
    });
  const template = paddedTemplates(length).find(fits);
  if (template !== undefined) return { value: template, isMarked: true };
  if (unique === true) return undefined;
  for (const text of invalidTexts(column, length))
    if ([...text].length === length && !text.includes('{') && columnDetails(column, text).length === 0)
      return { value: text, isMarked: false };
  return undefined;
}

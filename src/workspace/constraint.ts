import { isEmail } from './format.ts';
import { matchesPattern } from './regular-expressions.ts';
import { lengthOf } from './text.ts';
import { isUrl } from './uri.ts';

type Bound = number | string | undefined;

/** The constraints on text. Each returns whether a string satisfies it, given the constraint's `value`. */
const textRules = {
  NOT_BLANK: (text) => text.trim() !== '',
  MIN_LENGTH: (text, bound) => lengthOf(text) >= Number(bound),
  MAX_LENGTH: (text, bound) => lengthOf(text) <= Number(bound),
  PATTERN: (text, bound) => matchesPattern(String(bound), text),
  EMAIL: (text) => isEmail(text),
  URL: (text) => isUrl(text),
} as const satisfies Record<string, (text: string, bound: Bound) => boolean>;

/** The constraints on numbers. */
const numberRules = {
  MIN: (number, bound) => number >= Number(bound),
  MAX: (number, bound) => number <= Number(bound),
  POSITIVE: (number) => number > 0,
  NEGATIVE: (number) => number < 0,
  POSITIVE_OR_ZERO: (number) => number >= 0,
  NEGATIVE_OR_ZERO: (number) => number <= 0,
} as const satisfies Record<string, (number: number, bound: Bound) => boolean>;

type TextConstraintType = keyof typeof textRules;
type NumberConstraintType = keyof typeof numberRules;

/** The constraints that a column can declare. */
export type ConstraintType = TextConstraintType | NumberConstraintType;

/** A rule for the values of a column. Null satisfies every rule. */
export interface ColumnConstraint {
  readonly type: ConstraintType;
  /** The bound of `MIN_LENGTH`, `MAX_LENGTH`, `MIN` and `MAX`, or the regular expression of `PATTERN`. */
  readonly value?: number | string;
  /** Replaces the contract's message. */
  readonly message?: string;
}

/** Whether a constraint applies to text; the others apply to numbers. */
export function isTextConstraint(type: ConstraintType): type is TextConstraintType {
  return Object.hasOwn(textRules, type);
}

/** Whether a value satisfies a constraint. A constraint ignores values of other types. */
export function obeys(constraint: ColumnConstraint, value: unknown): boolean {
  const { type, value: bound } = constraint;
  if (isTextConstraint(type)) return typeof value !== 'string' || textRules[type](value, bound);
  return typeof value !== 'number' || numberRules[type](value, bound);
}

/** Whether a constraint runs a regular expression, which can take more than linear time on a long text. */
export function searchesText({ type }: ColumnConstraint): boolean {
  return type === 'PATTERN' || type === 'EMAIL' || type === 'URL';
}

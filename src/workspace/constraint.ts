import { isEmail, isUrl } from './format.ts';
import { matchesPattern } from './pattern.ts';
import { lengthOf } from './text.ts';

type Bound = number | string | undefined;

/** The rules for text: whether one obeys, given the constraint's `value`. */
const textRules = {
  NOT_BLANK: (text) => text.trim() !== '',
  MIN_LENGTH: (text, bound) => lengthOf(text) >= Number(bound),
  MAX_LENGTH: (text, bound) => lengthOf(text) <= Number(bound),
  PATTERN: (text, bound) => matchesPattern(String(bound), text),
  EMAIL: (text) => isEmail(text),
  URL: (text) => isUrl(text),
} as const satisfies Record<string, (text: string, bound: Bound) => boolean>;

/** The rules for numbers, the same way. */
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

/** The rules that a column may declare. */
export type ConstraintType = TextConstraintType | NumberConstraintType;

/** A rule that the values of a column must obey; null obeys every rule. */
export interface ColumnConstraint {
  readonly type: ConstraintType;
  /** The bound of `MIN_LENGTH`, `MAX_LENGTH`, `MIN` and `MAX`, or the regular expression of `PATTERN`. */
  readonly value?: number | string;
  /** Said instead of the contract's own message. */
  readonly message?: string;
}

/** Whether a rule is about text; the others are about numbers. */
export function isTextConstraint(type: ConstraintType): type is TextConstraintType {
  return Object.hasOwn(textRules, type);
}

/** Whether a value obeys a constraint. A value that the constraint is not about does. */
export function obeys(constraint: ColumnConstraint, value: unknown): boolean {
  const { type, value: bound } = constraint;
  if (isTextConstraint(type)) return typeof value !== 'string' || textRules[type](value, bound);
  return typeof value !== 'number' || numberRules[type](value, bound);
}

/** Whether judging a constraint runs a regular expression, which may take more than linear time in a long text. */
export function searchesText({ type }: ColumnConstraint): boolean {
  return type === 'PATTERN' || type === 'EMAIL' || type === 'URL';
}

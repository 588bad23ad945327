import { maximumLength, maximumNumber, scaleOf } from '../column-type.ts';
import type { ColumnConstraint } from '../constraint.ts';
import { isTextConstraint } from '../constraint.ts';
import type { ColumnDefinition } from '../definition.ts';

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the bounds that the type and the constraints of a column set together: for the number of characters of a `TEXT`, and for the
 * value of a number. Other types have none.
 */
export function boundsOf(column: ColumnDefinition): Bounds {
  const { type, constraints = [] } = column;
  const step = 10 ** -scaleOf(column);
  const isWhole = step === 1;
  const all = constraints.map((constraint) => boundsOfConstraint(constraint, step));
  const low = Math.max(...all.map((each) => (isWhole ? Math.ceil(each.low) : each.low)), lowest(column));
  const high = Math.min(...all.map((each) => (isWhole ? Math.floor(each.high) : each.high)), highest(column));
  return type === 'TEXT' || type === 'INTEGER' || type === 'DECIMAL' ? { low, high } : ANY;
}

/** Whether every value that a column accepts satisfies a constraint, so that adding the constraint would reject nothing more. */
export function impliesConstraint(column: ColumnDefinition, constraint: ColumnConstraint): boolean {
  const { constraints = [], type } = column;
  if (isTextConstraint(constraint.type) !== (type === 'TEXT')) return false;
  if (constraints.some((each) => each.type === constraint.type && each.value === constraint.value)) return true;
  // Neither an e-mail address nor a URL is blank.
  if (constraint.type === 'NOT_BLANK') return constraints.some((each) => each.type === 'EMAIL' || each.type === 'URL');
  if (constraint.type === 'PATTERN' || constraint.type === 'EMAIL' || constraint.type === 'URL') return false;
  const [now, then] = [boundsOf(column), boundsOf({ ...column, constraints: [constraint] })];
  return then.low <= now.low && then.high >= now.high;
}

const ANY: Bounds = { low: -Infinity, high: Infinity };

function lowest(column: ColumnDefinition): number {
  return column.type === 'TEXT' ? 0 : -maximumNumber(column);
}

function highest(column: ColumnDefinition): number {
  return column.type === 'TEXT' ? maximumLength(column) : maximumNumber(column);
}

/** @param step the distance between two values, so the smallest positive one */
function boundsOfConstraint({ type, value }: ColumnConstraint, step: number): Bounds {
  switch (type) {
    case 'NOT_BLANK':
      return { ...ANY, low: 1 };
    case 'MIN_LENGTH':
    case 'MIN':
      return { ...ANY, low: Number(value) };
    case 'MAX_LENGTH':
    case 'MAX':
      return { ...ANY, high: Number(value) };
    case 'POSITIVE':
      return { ...ANY, low: step };
    case 'NEGATIVE':
      return { ...ANY, high: -step };
    case 'POSITIVE_OR_ZERO':
      return { ...ANY, low: 0 };
    case 'NEGATIVE_OR_ZERO':
      return { ...ANY, high: 0 };
    case 'PATTERN':
    case 'EMAIL':
    case 'URL':
      return ANY;
  }
}

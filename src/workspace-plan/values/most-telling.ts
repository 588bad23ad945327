import type { ExpectedDetail } from '../../plan/index.ts';
import type { ColumnConstraint, ColumnDefinition } from '../../workspace/index.ts';
import { columnDetails } from '../../workspace/index.ts';

/** A value that breaks a rule, and what a server must say about it. */
export interface TellingValue {
  readonly value: unknown;
  readonly detail: ExpectedDetail;
}

/** Returns the value that breaks as few other rules as possible; none if no value breaks this one. */
export function mostTelling(
  column: ColumnDefinition,
  values: Iterable<unknown>,
  detailOf: (value: unknown) => Omit<ExpectedDetail, 'others'> | undefined,
): readonly TellingValue[] {
  let best: TellingValue | undefined;
  for (const value of values) {
    const detail = detailOf(value);
    if (detail === undefined || columnDetails(column, value).every(({ message }) => message !== detail.message))
      continue;
    const all = messagesFor(column, value);
    const others = all.filter((message) => message !== detail.message);
    // Two rules with the same message cannot be distinguished, and a server may list the message only once.
    if (new Set(all).size !== all.length) continue;
    if (best === undefined || others.length < best.detail.others.length)
      best = { value, detail: { ...detail, others } };
    if (others.length === 0) break;
  }
  return best === undefined ? [] : [best];
}

/** RFC 5321, section 4.5.3.1.1: the longest local part of an e-mail address. */
const LONG_ADDRESS = 64;

/** Returns the message of every rule that a value breaks, also of those that our own server does not get to. */
function messagesFor(column: ColumnDefinition, value: unknown): readonly string[] {
  const { constraints = [], ...bare } = column;
  const alone = constraints.map((constraint) => onlyWith(column, constraint));
  const messages = [bare, ...alone].flatMap((each) => columnDetails(each, value)).map(({ message }) => message);
  // Servers differ in how long a part of an address may be.
  const isLong = typeof value === 'string' && value.length > LONG_ADDRESS;
  const addresses = constraints.filter(({ type }) => isLong && (type === 'EMAIL' || type === 'URL'));
  const possible = addresses.flatMap((constraint) => columnDetails(onlyWith(column, constraint), 'no address'));
  return [...messages, ...possible.map(({ message }) => message).filter((message) => !messages.includes(message))];
}

/** Returns a column that has one of its constraints, and nothing else that text of some length or form could break. */
export function onlyWith(
  { length: _length, ...column }: ColumnDefinition,
  constraint: ColumnConstraint,
): ColumnDefinition {
  return { ...column, ...(column.type === 'TEXT' ? { length: Infinity } : {}), constraints: [constraint] };
}

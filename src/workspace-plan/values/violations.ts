import type { Basis, ConstraintName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { ExpectedDetail } from '../../plan/index.ts';
import type { ColumnConstraint, ColumnDefinition } from '../../workspace/index.ts';
import { columnDetails, columnTypes, maximumLength } from '../../workspace/index.ts';
import type { BoundValue } from './bound-value.ts';
import { boundNumber, boundText } from './bound-value.ts';
import { invalidNumbers } from './invalid-numbers.ts';
import { invalidTexts } from './invalid-texts.ts';
import { isRequired } from './record-shape.ts';

/** A rule for the values of one column. */
export interface ColumnRule {
  /** What it is called: the name of a constraint, with a number if the column has several of its kind. */
  readonly constraint: string;
  /** The rule in words: `MAX_LENGTH 20`. */
  readonly rule: string;
  /** The values that break it, each with a name. Empty if none was found. */
  readonly violations: readonly Violation[];
  /** A valid value at its bound, if it has one. */
  readonly bound?: BoundValue | undefined;
}

/** A value that breaks a rule. */
export interface Violation {
  /** Its name among the values that break the rule: `null`, `text`. */
  readonly form: string;
  readonly value: unknown;
  /** The basis of the rule that a server refuses it. */
  readonly basis: Basis;
  /** What a server must say about the rule. */
  readonly detail: ExpectedDetail;
}

/** Returns every rule for the values of a column that a single record can break. */
export function columnRules(column: ColumnDefinition): readonly ColumnRule[] {
  const rules = remembered.get(column) ?? rulesOf(column);
  remembered.set(column, rules);
  return rules;
}

const remembered = new WeakMap<ColumnDefinition, readonly ColumnRule[]>();

function rulesOf(column: ColumnDefinition): readonly ColumnRule[] {
  const constraints = column.constraints ?? [];
  return [
    typeRule(column),
    ...(isRequired(column) ? [requiredRule(column)] : []),
    ...(column.type === 'TEXT' ? [lengthRule(column)] : []),
    ...constraints.map((constraint, index) => {
      const same = constraints.slice(0, index).filter(({ type }) => type === constraint.type).length;
      return constraintRule(column, constraint, same);
    }),
  ];
}

function requiredRule(column: ColumnDefinition): ColumnRule {
  const detail = builtIn(column, null, 'REQUIRED');
  return {
    constraint: 'REQUIRED',
    rule: 'REQUIRED',
    violations: detail === undefined ? [] : [{ form: 'null', value: null, basis: 'seed', detail }],
  };
}

/** Values that no server can take for one of the type, and numbers with too many decimal places, which a server may round. */
function typeRule(column: ColumnDefinition): ColumnRule {
  const places = { INTEGER: 1.5, DECIMAL: 1 / 3 } as const;
  const wrong: readonly (readonly [form: string, value: unknown])[] =
    column.type === 'TEXT' ? [['object', { text: 'no text' }]] : [['text', 'no such value']];
  const fraction = column.type === 'INTEGER' || column.type === 'DECIMAL' ? places[column.type] : undefined;
  const all =
    fraction === undefined || column.references !== undefined ? wrong : [...wrong, ['fraction', fraction] as const];
  return {
    constraint: 'TYPE',
    rule: `TYPE ${columnTypes[column.type].words(column)}`,
    violations: all.flatMap(([form, value]) => {
      const detail = builtIn(column, value, 'TYPE');
      const basis = column.type === 'DECIMAL' && form === 'fraction' ? 'ours' : 'seed';
      return detail === undefined ? [] : [{ form, value, basis, detail }];
    }),
  };
}

function lengthRule(column: ColumnDefinition): ColumnRule {
  const max = maximumLength(column);
  const { constraints: _constraints, ...bare } = column;
  return {
    constraint: 'LENGTH',
    rule: `LENGTH ${max}`,
    bound: column.length === undefined ? undefined : boundText(column, max),
    violations: mostTelling(column, invalidTexts(column, max), (value) => builtIn(bare, value, 'LENGTH')).map(
      (each) => ({
        ...each,
        // The greatest length of a column that declares none is a rule that this project added.
        basis: column.length === undefined ? 'ours' : 'seed',
      }),
    ),
  };
}

function constraintRule(column: ColumnDefinition, constraint: ColumnConstraint, same: number): ColumnRule {
  const { type, value } = constraint;
  const candidates = column.type === 'TEXT' ? invalidTexts(column, Number(value)) : invalidNumbers(column, constraint);
  const alone = onlyWith(column, constraint);
  const basis: Basis = constraint.message === undefined ? contract.constraintMessages[type].basis : 'api';
  return {
    constraint: same === 0 ? type : `${type}_${same + 1}`,
    rule: value === undefined ? type : `${type} ${value}`,
    bound: boundOf(column, constraint),
    violations: mostTelling(column, candidates, (candidate) => {
      const [detail] = columnDetails(alone, candidate);
      return detail === undefined ? undefined : { ...detail, basis };
    }),
  };
}

function boundOf(column: ColumnDefinition, constraint: ColumnConstraint): BoundValue | undefined {
  if (column.type !== 'TEXT') return boundNumber(column, constraint);
  return constraint.type.endsWith('_LENGTH') ? boundText(column, Number(constraint.value)) : undefined;
}

/** Returns the value that breaks as few other rules as possible; none if no value breaks this one. */
function mostTelling(
  column: ColumnDefinition,
  values: Iterable<unknown>,
  detailOf: (value: unknown) => Omit<ExpectedDetail, 'others'> | undefined,
): readonly Violation[] {
  let best: Violation | undefined;
  for (const value of values) {
    const detail = detailOf(value);
    if (detail === undefined || columnDetails(column, value).every(({ message }) => message !== detail.message))
      continue;
    const all = messagesFor(column, value);
    const others = all.filter((message) => message !== detail.message);
    // Two rules with the same message cannot be distinguished, and a server may list the message only once.
    if (new Set(all).size !== all.length) continue;
    if (best === undefined || others.length < best.detail.others.length)
      best = { form: 'invalid', value, basis: 'seed', detail: { ...detail, others } };
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
function onlyWith({ length: _length, ...column }: ColumnDefinition, constraint: ColumnConstraint): ColumnDefinition {
  return { ...column, ...(column.type === 'TEXT' ? { length: Infinity } : {}), constraints: [constraint] };
}

function builtIn(column: ColumnDefinition, value: unknown, name: ConstraintName): ExpectedDetail | undefined {
  const [detail] = columnDetails(column, value);
  const { basis } = contract.constraintMessages[name];
  return detail === undefined ? undefined : { ...detail, basis, others: [] };
}

import type { Basis, ConstraintName, ErrorDetail } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { ColumnConstraint, ColumnDefinition } from '../../workspace/index.ts';
import { columnDetails, columnTypes, maximumLength } from '../../workspace/index.ts';
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
}

/** A value that breaks a rule. */
export interface Violation {
  /** Its name among the values that break the rule: `null`, `text`. */
  readonly form: string;
  readonly value: unknown;
  /** What a server must say about the rule. */
  readonly detail: ExpectedDetail;
  /** What it may say about other rules, which the value breaks too. */
  readonly others: readonly ErrorDetail[];
}

/** An entry of `details`, and the basis of its message. */
export interface ExpectedDetail extends ErrorDetail {
  readonly basis: Basis;
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
    violations: detail === undefined ? [] : [{ form: 'null', value: null, detail, others: [] }],
  };
}

/** Values that no server can take for one of the type, and numbers with too many decimal places. */
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
      return detail === undefined ? [] : [{ form, value, detail, others: [] }];
    }),
  };
}

function lengthRule(column: ColumnDefinition): ColumnRule {
  const max = maximumLength(column);
  const { constraints: _constraints, ...bare } = column;
  return {
    constraint: 'LENGTH',
    rule: `LENGTH ${max}`,
    violations: mostTelling(column, 'tooLong', invalidTexts(column, max), (value) => builtIn(bare, value, 'LENGTH')),
  };
}

function constraintRule(column: ColumnDefinition, constraint: ColumnConstraint, same: number): ColumnRule {
  const { type, value } = constraint;
  const candidates = column.type === 'TEXT' ? invalidTexts(column, Number(value)) : invalidNumbers(column, constraint);
  // Without a length of its own, the column says nothing but what this constraint says.
  const { length: _length, ...others } = column;
  const alone: ColumnDefinition = {
    ...others,
    ...(column.type === 'TEXT' ? { length: LONGEST } : {}),
    constraints: [constraint],
  };
  const basis: Basis = constraint.message === undefined ? contract.constraintMessages[type].basis : 'api';
  return {
    constraint: same === 0 ? type : `${type}_${same + 1}`,
    rule: value === undefined ? type : `${type} ${value}`,
    violations: mostTelling(column, 'invalid', candidates, (candidate) => {
      const [detail] = columnDetails(alone, candidate);
      return detail === undefined ? undefined : { ...detail, basis };
    }),
  };
}

/** The greatest length that a definition allows. */
const LONGEST = 100_000;

/** Returns the value that breaks as few other rules as possible; none if no value breaks this one. */
function mostTelling(
  column: ColumnDefinition,
  form: string,
  values: Iterable<unknown>,
  detailOf: (value: unknown) => ExpectedDetail | undefined,
): readonly Violation[] {
  let best: Violation | undefined;
  for (const value of values) {
    const detail = detailOf(value);
    if (detail === undefined) continue;
    const all = columnDetails(column, value);
    const others = all.filter(({ message }) => message !== detail.message);
    // A rule with the same message would hide that this one is not enforced.
    if (others.length !== all.length - 1) continue;
    if (best === undefined || others.length < best.others.length) best = { form, value, detail, others };
    if (others.length === 0) break;
  }
  return best === undefined ? [] : [best];
}

function builtIn(column: ColumnDefinition, value: unknown, name: ConstraintName): ExpectedDetail | undefined {
  const [detail] = columnDetails(column, value);
  return detail === undefined ? undefined : { ...detail, basis: contract.constraintMessages[name].basis };
}

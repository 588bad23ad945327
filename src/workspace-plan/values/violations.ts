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
import { mostTelling, onlyWith } from './most-telling.ts';

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
        form: 'invalid',
        // The greatest length of a column that declares none is a rule that this project added.
        basis: column.length === undefined ? 'ours' : 'seed',
        ...each,
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
    }).map((each) => ({ form: 'invalid', basis: 'seed', ...each })),
  };
}

function boundOf(column: ColumnDefinition, constraint: ColumnConstraint): BoundValue | undefined {
  if (column.type !== 'TEXT') return boundNumber(column, constraint);
  return constraint.type.endsWith('_LENGTH') ? boundText(column, Number(constraint.value)) : undefined;
}

function builtIn(column: ColumnDefinition, value: unknown, name: ConstraintName): ExpectedDetail | undefined {
  const [detail] = columnDetails(column, value);
  const { basis } = contract.constraintMessages[name];
  return detail === undefined ? undefined : { ...detail, basis, others: [] };
}

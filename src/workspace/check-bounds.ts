import { maximumLength } from './column-type.ts';
import type { ColumnConstraint } from './constraint.ts';
import type { ColumnDefinition } from './definition.ts';
import type { DefinitionProblem } from './definition-error.ts';
import { boundsOf } from './difference/value-bounds.ts';

/** Returns the constraint that leaves no value for a column, together with the constraints before it or with the column's length. */
export function boundProblems(column: ColumnDefinition, path: string): readonly DefinitionProblem[] {
  const { constraints = [] } = column;
  const index = constraints.findIndex((_, last) => isEmpty({ ...column, constraints: constraints.slice(0, last + 1) }));
  const constraint = constraints[index];
  if (constraint === undefined) return [];
  const place = `${path}/constraints/${index}`;
  const other = constraints.slice(0, index).find((each) => isEmpty({ ...column, constraints: [each, constraint] }));
  const message = other === undefined ? aloneMessage(column, constraint) : pairMessage(other, constraint);
  return [{ path: place, message: `${message}, so no value is possible; change one of them` }];
}

function isEmpty(column: ColumnDefinition): boolean {
  const { low, high } = boundsOf(column);
  return low > high;
}

function aloneMessage(column: ColumnDefinition, constraint: ColumnConstraint): string {
  return column.type === 'TEXT'
    ? `${named(constraint)} is greater than the length of the column, ${maximumLength(column)}`
    : `${named(constraint)} is beyond the numbers that the type ${column.type} can hold`;
}

function pairMessage(one: ColumnConstraint, other: ColumnConstraint): string {
  const [lower, upper] = one.type.startsWith('MIN') || other.type.startsWith('MAX') ? [one, other] : [other, one];
  const isGreater =
    lower.type.startsWith('MIN') && upper.type.startsWith('MAX') && Number(lower.value) > Number(upper.value);
  return isGreater
    ? `${named(lower)} is greater than ${named(upper)}`
    : `no value satisfies both ${named(one)} and ${named(other)}`;
}

function named({ type, value }: ColumnConstraint): string {
  return value === undefined ? type : `${type} ${value}`;
}

import type { Arbitrary } from 'fast-check';
import { array, constant, constantFrom, double, integer, oneof, option, tuple } from 'fast-check';

import type { OperationId } from '../../../contract/index.ts';
import { anyText } from './arbitrary-text.ts';
import type { ContractParameter } from './contract-parameters.ts';
import { queryParametersOf } from './contract-parameters.ts';

const LONGEST = 30;
const MOST_PARAMETERS = 3;

/** Query parameters of an operation with valid and invalid values, some repeated, and unknown ones. Empty if it has none. */
export function anyQuery(
  operationId: OperationId,
  columns: readonly string[],
): Arbitrary<readonly (readonly [name: string, value: string])[]> {
  const parameters = queryParametersOf(operationId);
  if (parameters.length === 0) return constant([]);
  const column = oneof(constantFrom(...columns), anyText(LONGEST));
  const known = parameters.map((parameter) => tuple(nameOf(parameter, column), valueOf(parameter, column)));
  return array(oneof(...known, tuple(anyText(LONGEST), anyText(LONGEST))), { maxLength: MOST_PARAMETERS });
}

function nameOf({ name, type }: ContractParameter, column: Arbitrary<string>): Arbitrary<string> {
  if (type !== 'object') return constant(name);
  const operator = option(oneof(constantFrom('eq', 'gt', 'like', 'in', 'isNull'), anyText(LONGEST)));
  return tuple(column, operator).map(([member, after]) => `${name}[${member}${after === null ? '' : `.${after}`}]`);
}

function valueOf({ type, minimum, maximum }: ContractParameter, column: Arbitrary<string>): Arbitrary<string> {
  if (type !== 'integer')
    return oneof(
      column,
      anyText(LONGEST),
      column.map((name) => `${name},asc`),
    );
  const good = integer({ min: minimum, max: Math.min(maximum, 2 ** 31 - 1) });
  return oneof(oneof(good, integer(), double()).map(String), anyText(LONGEST));
}

import { contract } from '../../contract/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../definition.ts';
import type { FilterOperator } from '../filter.ts';
import { filterComplaint, filterOperators, isFilterOperator, isNullTest, listItems } from '../filter.ts';
import { plainNumber } from '../number-text.ts';
import { lengthOf } from '../text.ts';
import { columnNamed } from './column-named.ts';
import { refuseParameter } from './refuse-parameter.ts';

/** A condition that the records of a list satisfy. */
export interface Filter {
  readonly column: ColumnDefinition;
  readonly operator: FilterOperator;
  /** The values to compare with, numbers without an exponent: several for `in`, none for `isNull` and `isNotNull`, otherwise one. */
  readonly values: readonly string[];
}

const NAME = /^filter\[(?<column>[^\].]*)(?:\.(?<operator>[^\]]*))?\]$/;

/**
 * Reads a parameter `filter[column]` or `filter[column.operator]`.
 * @throws `badRequest`, which names the parameter
 */
export function readFilter(entity: EntityDefinition, parameter: string, text: string): Filter {
  const { column: columnName, operator = 'eq' } = NAME.exec(parameter)?.groups ?? {};
  if (columnName === undefined) refuseParameter(parameter, 'must be filter[column] or filter[column.operator]');
  const column = columnNamed(entity, parameter, columnName);
  if (!isFilterOperator(operator))
    refuseParameter(parameter, `has the unknown operator ${operator}; use one of ${filterOperators.join(', ')}`);
  const maximum = contract.limits.filterValue;
  if (lengthOf(text) > maximum) refuseParameter(parameter, `must not be longer than ${maximum} characters`);
  if (text.includes('\0')) refuseParameter(parameter, 'must be text without NUL');
  const complaint = filterComplaint(column, operator, text);
  if (complaint !== undefined) refuseParameter(parameter, complaint);
  return isNullTest(operator)
    ? { column, operator: (operator === 'isNull') === (text === 'true') ? 'isNull' : 'isNotNull', values: [] }
    : { column, operator, values: valuesOf(column, operator, text) };
}

function valuesOf({ type }: ColumnDefinition, operator: FilterOperator, text: string): readonly string[] {
  const values = operator === 'in' ? listItems(text) : [text];
  return type === 'INTEGER' || type === 'DECIMAL' ? values.map((value) => plainNumber(value) ?? value) : values;
}

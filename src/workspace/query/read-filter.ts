import type { ColumnDefinition, EntityDefinition } from '../definition.ts';
import type { FilterOperator } from '../filter.ts';
import { filterComplaint, filterOperators, isFilterOperator } from '../filter.ts';
import { columnNamed } from './column-named.ts';
import { refuseParameter } from './refuse-parameter.ts';

/** A condition that the records of a list satisfy. */
export interface Filter {
  readonly column: ColumnDefinition;
  readonly operator: FilterOperator;
  /** The values to compare with, as written: several for `in`, none for `isNull` and `isNotNull`, otherwise one. */
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
  if (text.includes('\0')) refuseParameter(parameter, 'must not contain a NUL character');
  const complaint = filterComplaint(column, operator, text);
  if (complaint !== undefined) refuseParameter(parameter, complaint);
  return { column, operator, values: valuesOf(operator, text) };
}

function valuesOf(operator: FilterOperator, text: string): readonly string[] {
  if (operator === 'isNull' || operator === 'isNotNull') return [];
  return operator === 'in' ? text.split(',') : [text];
}

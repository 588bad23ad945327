import type { ColumnDefinition, EntityDefinition } from '../definition.ts';
import type { FilterOperator } from '../filter.ts';
import { filterComplaint, filterOperators, isFilterOperator } from '../filter.ts';
import { columnNamed } from './column-named.ts';
import { refuseParameter } from './refuse-parameter.ts';

/** One condition of a list. */
export interface Filter {
  readonly column: ColumnDefinition;
  readonly operator: FilterOperator;
  /** What the column is compared with, as it was written: several for `in`, none for `isNull` and `isNotNull`, one else. */
  readonly values: readonly string[];
}

const NAME = /^filter\[(?<column>[^\].]*)(?:\.(?<operator>[^\]]*))?\]$/;

/**
 * Reads a parameter `filter[column]` or `filter[column.operator]`.
 * @throws `badRequest` that names the parameter
 */
export function readFilter(entity: EntityDefinition, parameter: string, text: string): Filter {
  const { column: columnName, operator = 'eq' } = NAME.exec(parameter)?.groups ?? {};
  if (columnName === undefined) refuseParameter(parameter, 'must be filter[column] or filter[column.operator]');
  const column = columnNamed(entity, parameter, columnName);
  if (!isFilterOperator(operator))
    refuseParameter(parameter, `has the operator ${operator}; there are ${filterOperators.join(', ')}`);
  if (text.includes('\0')) refuseParameter(parameter, 'must not have a NUL character in it; no text has one');
  const complaint = filterComplaint(column, operator, text);
  if (complaint !== undefined) refuseParameter(parameter, complaint);
  return { column, operator, values: valuesOf(operator, text) };
}

function valuesOf(operator: FilterOperator, text: string): readonly string[] {
  if (operator === 'isNull' || operator === 'isNotNull') return [];
  return operator === 'in' ? text.split(',') : [text];
}

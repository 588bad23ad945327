import type { ColumnDefinition, EntityDefinition } from '../definition.ts';
import { refuseParameter } from './refuse-parameter.ts';

/** The column that every entity has without defining it. */
export const ID_COLUMN: ColumnDefinition = { name: 'id', type: 'INTEGER', nullable: false, unique: true };

/**
 * Returns the column that a parameter names, which can be the id.
 * @throws `badRequest` if the column does not exist
 */
export function columnNamed(entity: EntityDefinition, parameter: string, name: string): ColumnDefinition {
  const columns = [ID_COLUMN, ...entity.columns];
  const column = columns.find((each) => each.name === name);
  if (column !== undefined) return column;
  const known = columns.map((each) => each.name).join(', ');
  return refuseParameter(parameter, `names the unknown column ${name}; ${entity.name} has ${known}`);
}

import type { ColumnDefinition, EntityDefinition } from '../definition.ts';
import { refuseParameter } from './refuse-parameter.ts';

/** The column that every entity has, and no definition lists. */
export const ID_COLUMN: ColumnDefinition = { name: 'id', type: 'INTEGER', nullable: false, unique: true };

/**
 * The column that a parameter names, the id among them.
 * @throws `badRequest` where there is none
 */
export function columnNamed(entity: EntityDefinition, parameter: string, name: string): ColumnDefinition {
  const columns = [ID_COLUMN, ...entity.columns];
  const column = columns.find((each) => each.name === name);
  if (column !== undefined) return column;
  const known = columns.map((each) => each.name).join(', ');
  return refuseParameter(parameter, `names ${name}, but ${entity.name} has the columns ${known}`);
}

import type { ColumnDefinition, EntityDefinition } from '../../../workspace/index.ts';
import { keptName } from './kept-name.ts';

/** Returns the name of the unique constraint of a column. */
export function uniqueName({ table }: EntityDefinition, { name }: ColumnDefinition): string {
  return keptName(table, name, 'unique');
}

/** Returns the name of the foreign key constraint of a column. */
export function referenceName({ table }: EntityDefinition, { name }: ColumnDefinition): string {
  return keptName(table, name, 'reference');
}

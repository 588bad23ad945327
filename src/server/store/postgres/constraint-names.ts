import type { ColumnDefinition, EntityDefinition } from '../../../workspace/index.ts';
import { keptName } from './kept-name.ts';

/** The name of the constraint that keeps the values of a column from being there twice. */
export function uniqueName({ table }: EntityDefinition, { name }: ColumnDefinition): string {
  return keptName(table, name, 'unique');
}

/** The name of the constraint that keeps a column from referencing what is not there. */
export function referenceName({ table }: EntityDefinition, { name }: ColumnDefinition): string {
  return keptName(table, name, 'reference');
}

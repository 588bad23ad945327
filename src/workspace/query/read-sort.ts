import type { ColumnDefinition, EntityDefinition } from '../definition.ts';
import { columnNamed } from './column-named.ts';
import { refuseParameter } from './refuse-parameter.ts';

/** The order of a list. Records without a value come last; records with the same value are ordered by id. */
export interface Sort {
  readonly column: ColumnDefinition;
  readonly direction: 'asc' | 'desc';
}

/**
 * Reads the value of `sort`.
 * @throws `badRequest`
 */
export function readSort(entity: EntityDefinition, text: string): Sort {
  const [name = '', direction, ...others] = text.split(',');
  if ((direction !== 'asc' && direction !== 'desc') || others.length > 0)
    refuseParameter('sort', `must be column,asc or column,desc, not "${text}"`);
  return { column: columnNamed(entity, 'sort', name), direction };
}

import type { EntityDefinition } from '../../../workspace/index.ts';
import type { PlaceFunction } from './filter-condition.ts';
import type { Sql } from './sql.ts';

/** The table that stores the records of a collection. */
export interface Table {
  readonly entity: EntityDefinition;
  /** The quoted name of the table. */
  readonly name: Sql;
  /** Conditions that select the rows of this collection, if collections share the table. */
  readonly scope: readonly Sql[];
  /** Values of a new row for columns that are not part of the entity. */
  readonly newRow: readonly { readonly column: Sql; readonly value: Sql }[];
  readonly placeFunction: PlaceFunction;
}

import type { EntityDefinition } from '../../../workspace/index.ts';
import type { PlaceFunction } from './filter-condition.ts';
import type { Sql } from './sql.ts';

/** Where a database keeps the records of a collection. */
export interface Table {
  readonly entity: EntityDefinition;
  /** The table's name in SQL. */
  readonly name: Sql;
  /** The conditions that hold for the rows of the collection alone, where others share its table. */
  readonly scope: readonly Sql[];
  /** What a new row has besides the entity's columns, by column. */
  readonly newRow: readonly { readonly column: Sql; readonly value: Sql }[];
  readonly placeFunction: PlaceFunction;
}

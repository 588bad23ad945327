import type { BulkItemError, BulkResultOf } from '../read-answer/bulk-outcomes.ts';
import type { DetailsIn, ValuesIn } from './named-columns.ts';
import type { EntityTypes } from './workspace-types.ts';

/** The result of a batch of an entity. */
export interface EntityBulkResult<T extends EntityTypes> extends BulkResultOf<EntityItemError<T>> {}

/** Why an item of a batch failed. Its fields and values are columns of the entity. Checking the code narrows the other members. */
export type EntityItemError<T extends EntityTypes> = OfEntity<T, BulkItemError>;

type OfEntity<T extends EntityTypes, Problem> = Problem extends BulkItemError
  ? Omit<Problem, 'details' | 'values'> & {
      readonly details: DetailsIn<T, Problem['details']>;
      readonly values: ValuesIn<T, Problem['scenario'], Problem['values']>;
    }
  : never;

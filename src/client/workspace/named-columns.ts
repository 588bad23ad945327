import type { ErrorDetail } from '../../contract/index.ts';
import type { EntityTypes } from './workspace-types.ts';

/** One problem with one field of an entity. */
export interface ColumnDetail<Column extends string> extends ErrorDetail {
  /** The name of the field, as sent: a column, unless the request sent a field that does not exist. */
  readonly field: Column | (string & {});
}

/** The details of an error of an entity. `Details` are those of the same error if the entity is not known. */
export type DetailsIn<T extends EntityTypes, Details> = Details extends readonly unknown[]
  ? readonly ColumnDetail<ColumnsOf<T>>[]
  : undefined;

/** The values in the message of an error of an entity. `Values` are those of the same error if the entity is not known. */
export type ValuesIn<T extends EntityTypes, Scenario, Values> = {
  readonly [Name in keyof Values]: Name extends 'column' ? OrAny<ColumnIn<T, Scenario>> : Values[Name];
};

/** The columns that the messages of a scenario name. */
type ColumnIn<T extends EntityTypes, Scenario> =
  | ('uniqueConstraintViolation' extends Scenario ? T['unique'] : never)
  | ('foreignKeyViolation' extends Scenario ? T['references'] : never)
  | ('recordReferenced' extends Scenario ? T['referencedBy'] : never);

/** If the definition has no such column, the server's definition is newer. */
type OrAny<Column> = [Column] extends [never] ? string : Column;

// Distributes over the entities.
type ColumnsOf<T> = T extends EntityTypes ? keyof T['record'] & string : never;

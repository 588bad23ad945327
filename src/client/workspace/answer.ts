import type { OperationId } from '../../../generated/client-table.ts';
import type { SchemaStoredRecord } from '../../../generated/openapi-types.ts';
import type { DataOf, Result } from '../result/result.ts';
import type { EntityErrorOf } from './entity-error.ts';
import type { WorkspaceTypes } from './workspace-types.ts';

/** What a call to an operation of an entity returns. */
export type Answer<W extends WorkspaceTypes<W>, E extends keyof W, Id extends OperationId, Data> = Promise<
  Result<Data, EntityErrorOf<W, E, Id>>
>;

/** The data of an operation, with the records of an entity. */
export type DataWith<Id extends OperationId, Record> = Replaced<DataOf<Id>, Record>;

// The same members, so that editors show their descriptions.
type Replaced<Data, Record> = {
  [Name in keyof Data]: Data[Name] extends SchemaStoredRecord
    ? Record
    : Data[Name] extends readonly SchemaStoredRecord[]
      ? readonly Record[]
      : Data[Name];
};

import type { DocumentedOperations } from '../../../generated/client-operations.ts';
import type { CallOptions } from '../call/client-options.ts';
import type { CallsByPath } from '../call/client.ts';
import type { Answer, DataWith } from './answer.ts';
import type { EntityBulkResult } from './bulk.ts';
import type { ListQuery, ManyRecords, Named, NamedBody, OneRecord, Shown } from './entity-input.ts';
import type { Paths, ShownRecord } from './shown-record.ts';
import type { EntityName, WorkspaceTypes } from './workspace-types.ts';

/** The operations with their descriptions, which editors show for members that have none. */
export type Descriptions = { readonly [Id in keyof DocumentedOperations]: unknown };

/** A client that knows the entities of its workspace. Calls by path do not. */
export interface WorkspaceClient<W extends WorkspaceTypes<W>> extends Descriptions, CallsByPath {
  readonly listRecords: <E extends EntityName<W>, const X extends Paths = [], const F extends Paths = []>(
    input: Named<E> & ListQuery<W, E, X, F>,
    options?: CallOptions,
  ) => Answer<W, E, 'listRecords', DataWith<'listRecords', ShownRecord<W, E, X, F>>>;

  readonly getRecord: <E extends EntityName<W>, const X extends Paths = [], const F extends Paths = []>(
    input: Named<E> & OneRecord & Shown<W, E, X, F>,
    options?: CallOptions,
  ) => Answer<W, E, 'getRecord', DataWith<'getRecord', ShownRecord<W, E, X, F>>>;

  readonly createRecord: <E extends EntityName<W>>(
    input: NamedBody<W, E, 'create'>,
    options?: CallOptions,
  ) => Answer<W, E, 'createRecord', DataWith<'createRecord', W[E]['record']>>;

  readonly updateRecord: <E extends EntityName<W>>(
    input: OneRecord & NamedBody<W, E, 'update'>,
    options?: CallOptions,
  ) => Answer<W, E, 'updateRecord', DataWith<'updateRecord', W[E]['record']>>;

  readonly deleteRecord: <E extends EntityName<W>>(
    input: Named<E> & OneRecord,
    options?: CallOptions,
  ) => Answer<W, E, 'deleteRecord', undefined>;

  readonly bulkCreateRecords: <E extends EntityName<W>>(
    input: NamedBody<W, E, 'createMany'>,
    options?: CallOptions,
  ) => Answer<W, E, 'bulkCreateRecords', EntityBulkResult<W[E]>>;

  readonly bulkUpdateRecords: <E extends EntityName<W>>(
    input: NamedBody<W, E, 'updateMany'>,
    options?: CallOptions,
  ) => Answer<W, E, 'bulkUpdateRecords', EntityBulkResult<W[E]>>;

  readonly bulkDeleteRecords: <E extends EntityName<W>>(
    input: Named<E> & ManyRecords,
    options?: CallOptions,
  ) => Answer<W, E, 'bulkDeleteRecords', EntityBulkResult<W[E]>>;
}

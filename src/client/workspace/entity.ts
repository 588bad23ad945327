import type { CallOptions } from '../call/client-options.ts';
import type { Answer, DataWith } from './answer.ts';
import type { EntityBulkResult } from './bulk.ts';
import type { ListQuery, ManyRecords, OneRecord, Shown, WithBody } from './entity-input.ts';
import type { Paths, ShownRecord } from './shown-record.ts';
import type { Descriptions, WorkspaceClient } from './workspace-client.ts';
import type { EntityName, WorkspaceTypes } from './workspace-types.ts';

/** The operations of one entity. They take the same input as those of the client, without `entityName`. */
export interface EntityClient<W extends WorkspaceTypes<W>, E extends keyof W> extends Descriptions {
  readonly listRecords: <const X extends Paths = [], const F extends Paths = []>(
    input?: ListQuery<W, E, X, F>,
    options?: CallOptions,
  ) => Answer<W, E, 'listRecords', DataWith<'listRecords', ShownRecord<W, E, X, F>>>;

  readonly getRecord: <const X extends Paths = [], const F extends Paths = []>(
    input: OneRecord & Shown<W, E, X, F>,
    options?: CallOptions,
  ) => Answer<W, E, 'getRecord', DataWith<'getRecord', ShownRecord<W, E, X, F>>>;

  readonly createRecord: (
    input: WithBody<W, E, 'create'>,
    options?: CallOptions,
  ) => Answer<W, E, 'createRecord', DataWith<'createRecord', W[E]['record']>>;

  readonly updateRecord: (
    input: OneRecord & WithBody<W, E, 'update'>,
    options?: CallOptions,
  ) => Answer<W, E, 'updateRecord', DataWith<'updateRecord', W[E]['record']>>;

  readonly deleteRecord: (input: OneRecord, options?: CallOptions) => Answer<W, E, 'deleteRecord', undefined>;

  readonly bulkCreateRecords: (
    input: WithBody<W, E, 'createMany'>,
    options?: CallOptions,
  ) => Answer<W, E, 'bulkCreateRecords', EntityBulkResult<W[E]>>;

  readonly bulkUpdateRecords: (
    input: WithBody<W, E, 'updateMany'>,
    options?: CallOptions,
  ) => Answer<W, E, 'bulkUpdateRecords', EntityBulkResult<W[E]>>;

  readonly bulkDeleteRecords: (
    input: ManyRecords,
    options?: CallOptions,
  ) => Answer<W, E, 'bulkDeleteRecords', EntityBulkResult<W[E]>>;
}

type Call = (input: object, options?: CallOptions) => unknown;

/**
 * Binds a client to one entity: `const tickets = entity(client, 'Ticket')`. The calls are the same, without `entityName`:
 * `tickets.getRecord({ id: 1 })`.
 */
export function entity<W extends WorkspaceTypes<W>, E extends EntityName<W>>(
  client: WorkspaceClient<W>,
  entityName: E,
): EntityClient<W, E>;
export function entity(client: object, entityName: string): unknown {
  const bound: Record<string, Call> = {};
  for (const [id, call] of Object.entries<Call>({ ...client }))
    bound[id] = (input, options) => call({ ...input, entityName }, options);
  return bound;
}

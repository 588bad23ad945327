import type { SchemaRecordPage, SchemaStoredRecord } from '../../../generated/openapi-types.ts';
import type { CallOptions } from '../call/client-options.ts';
import type { Client } from '../call/client.ts';
import type { InputOf } from '../write-request/input.ts';
import type { DataWith } from './answer.ts';
import type { ListQuery, Named } from './entity-input.ts';
import type { Paths, ShownRecord } from './shown-record.ts';
import type { WorkspaceClient } from './workspace-client.ts';
import type { EntityName, WorkspaceTypes } from './workspace-types.ts';

/** Iterates over the pages of a list, which have the type of the entity if the client knows its workspace. */
export interface EachPage {
  <W extends WorkspaceTypes<W>, E extends EntityName<W>, const X extends Paths = [], const F extends Paths = []>(
    client: Pick<WorkspaceClient<W>, 'listRecords'>,
    input: Named<E> & ListQuery<W, E, X, F>,
    options?: CallOptions,
  ): AsyncGenerator<DataWith<'listRecords', ShownRecord<W, E, X, F>>, void, undefined>;
  (
    client: Pick<Client, 'listRecords'>,
    input: InputOf<'listRecords'>,
    options?: CallOptions,
  ): AsyncGenerator<SchemaRecordPage, void, undefined>;
}

/** Iterates over the records of a list, which have the type of the entity if the client knows its workspace. */
export interface EachRecord {
  <W extends WorkspaceTypes<W>, E extends EntityName<W>, const X extends Paths = [], const F extends Paths = []>(
    client: Pick<WorkspaceClient<W>, 'listRecords'>,
    input: Named<E> & ListQuery<W, E, X, F>,
    options?: CallOptions,
  ): AsyncGenerator<ShownRecord<W, E, X, F>, void, undefined>;
  (
    client: Pick<Client, 'listRecords'>,
    input: InputOf<'listRecords'>,
    options?: CallOptions,
  ): AsyncGenerator<SchemaStoredRecord, void, undefined>;
}

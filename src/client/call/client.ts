import type { Client as OpenapiFetchClient } from 'openapi-fetch';

import type { DocumentedOperations } from '../../../generated/client-operations.ts';
import type { OperationId, operations } from '../../../generated/client-table.ts';
import type { paths } from '../../../generated/openapi-types.ts';
import type { CallOptions } from './client-options.ts';
import type { ResultOf } from '../result/result.ts';
import type { BodyLike, InputWith } from '../write-request/input.ts';

/** An operation of the contract as a function. Its promise never rejects. */
export type Operation<Id extends OperationId> = <Body extends BodyLike<Id>>(
  input: InputWith<Id, Body>,
  options?: CallOptions,
) => Promise<ResultOf<Id>>;

/** The HTTP methods of the contract, which are also the names of openapi-fetch's functions. */
type Method = (typeof operations)[OperationId]['method'];

/** Calls by path, as in openapi-fetch. */
export type CallsByPath = Pick<OpenapiFetchClient<paths>, Method>;

/**
 * A client of one workspace. Each operation of the contract can be called by name, or by path as in openapi-fetch:
 * `client.GET('/{entityName}/{id}', { params: … })` returns `{ data }` or `{ error }` for a documented response. It throws
 * `UnexpectedResponse` for an undocumented response and `TransportError` when there is no response.
 */
export type Client = { readonly [Id in keyof DocumentedOperations]: Operation<DocumentedOperations[Id]> } & CallsByPath;

import type { Client as OpenapiFetchClient } from 'openapi-fetch';

import type { DocumentedOperations } from '../../generated/client-operations.ts';
import type { OperationId } from '../../generated/client-table.ts';
import { operations } from '../../generated/client-table.ts';
import type { paths } from '../../generated/openapi-types.ts';
import type { CallOptions, ClientOptions } from './call/client-options.ts';
import type { Call } from './call/core.ts';
import { createCore } from './call/core.ts';
import type { ResultOf } from './result/result.ts';
import { TransportError } from './result/transport-error.ts';
import type { BodyLike, InputOf, InputWith } from './write-request/input.ts';
import { sortInput } from './write-request/input.ts';

/** An operation of the contract as a function. Its promise never rejects. */
export type Operation<Id extends OperationId> = <Body extends BodyLike<Id>>(
  input: InputWith<Id, Body>,
  options?: CallOptions,
) => Promise<ResultOf<Id>>;

/** The HTTP methods of the contract, which are also the names of openapi-fetch's functions. */
type Method = (typeof operations)[OperationId]['method'];

/**
 * A client of one workspace. Each operation of the contract can be called by name, or by path as in openapi-fetch:
 * `client.GET('/{entityName}/{id}', { params: … })` returns `{ data }` or `{ error }` for a documented response. It throws
 * `UnexpectedResponse` for an undocumented response and `TransportError` when there is no response.
 */
export type Client = { readonly [Id in keyof DocumentedOperations]: Operation<DocumentedOperations[Id]> } & Pick<
  OpenapiFetchClient<paths>,
  Method
>;

/**
 * Creates a client: `createClient({ baseUrl, apiKey })`. Sends nothing, so a wrong base URL only shows on the first call.
 * @throws {TransportError} `INVALID_REQUEST` when the key contains a character that is not allowed in a header, or when the base
 * URL contains a query, a fragment or whitespace
 */
export function createClient(options: ClientOptions): Client {
  const core = createCore(options);
  const client: Record<string, unknown> = {};
  for (const id of operationIds) {
    client[id] = async (input: InputOf<typeof id>, own?: CallOptions) =>
      (await core(id, () => ({ ...own, ...sortInput(input) }), false))[0];

    const { method } = operations[id];
    client[method] = async (path: string, call: Call) => {
      const wanted = operationIds.find((each) => operations[each].method === method && operations[each].path === path);
      if (!wanted) throw new TransportError('INVALID_REQUEST', path);
      const [result, read] = await core(wanted, () => call, true);
      if (!result.ok && !read) throw result.error;
      return read;
    };
  }
  // A cast at the boundary: the type checker cannot see which function got which name.
  return client as Client;
}

const operationIds = Object.keys(operations) as readonly OperationId[];

import type { Client as OpenapiFetchClient } from 'openapi-fetch';

import type { OperationId } from '../../generated/client-table.ts';
import { mediaType, operations } from '../../generated/client-table.ts';
import type { paths } from '../../generated/openapi-types.ts';
import type { Call, CallOptions } from './call/core.ts';
import { createCore } from './call/core.ts';
import type { Fetch } from './call/exchange.ts';
import type { ResultOf } from './result/result.ts';
import { TransportError } from './result/transport-error.ts';
import type { RetryOptions } from './retry/retry-options.ts';
import { authorization } from './write-request/authorization.ts';
import type { BodyLike, InputOf, InputWith } from './write-request/input.ts';
import { sortInput } from './write-request/input.ts';

/** Options of a client. */
export interface ClientOptions {
  /** The URL up to and including the workspace, without a query: `https://…/api/v1/acme-corp/sales`. */
  readonly baseUrl: string;
  /** An API key of that workspace, sent as `Authorization: Bearer …`. Leave it out if a proxy adds the key. */
  readonly apiKey?: string | undefined;
  /** Sends the requests. Defaults to the global `fetch`, looked up on each call. Wrap it to log or change requests. */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Time limit for a whole call, including waits and retries, in milliseconds. Defaults to 30,000; `Infinity` disables it. */
  readonly timeout?: number | undefined;
  /** When and how often to retry a call. `{ limit: 0 }` disables retries. */
  readonly retry?: RetryOptions | undefined;
}

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
export type Client = { readonly [Id in OperationId]: Operation<Id> } & Pick<OpenapiFetchClient<paths>, Method>;

/**
 * Creates a client: `createClient({ baseUrl, apiKey })`. Sends nothing, so a wrong base URL only shows on the first call.
 * @throws {TransportError} `INVALID_REQUEST` when the key contains a character that is not allowed in a header
 */
export function createClient({ apiKey, headers, ...options }: ClientOptions): Client {
  const core = createCore({
    ...options,
    headers: {
      Accept: mediaType,
      ...headers,
      ...(apiKey !== undefined && authorization(apiKey)),
    },
  });

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

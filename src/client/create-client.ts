import type { Client as OpenapiFetchClient } from 'openapi-fetch';

import type { OperationId } from '../../generated/client-table.ts';
import { operations } from '../../generated/client-table.ts';
import type { paths } from '../../generated/openapi-types.ts';
import type { Call, CallOptions } from './call/core.ts';
import { createCore } from './call/core.ts';
import type { Fetch } from './call/exchange.ts';
import type { ResultOf } from './result/result.ts';
import { TransportError } from './result/transport-error.ts';
import type { RetryOptions } from './retry/retry-options.ts';
import { authorization } from './write-request/authorization.ts';
import type { InputOf } from './write-request/input.ts';
import { sortInput } from './write-request/input.ts';

/** What a client needs to know. */
export interface ClientOptions {
  /** Everything up to and including the workspace: `https://…/api/v1/acme-corp/sales`, without a query. */
  readonly baseUrl: string;
  /** The API key, which belongs to that workspace; sent as `Authorization: Bearer …`. */
  readonly apiKey: string;
  /** What sends the requests; the global `fetch` by default, looked up at each call. Wrap it to see or change each of them. */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long a call may take in all, waits and repetitions included, in milliseconds: 30,000 by default, `Infinity` for no limit. */
  readonly timeout?: number | undefined;
  /** When and how often a call is repeated; `{ limit: 0 }` for never. */
  readonly retry?: RetryOptions | undefined;
}

/** An operation of the contract, as a function. Its promise never rejects. */
export type Operation<Id extends OperationId> = (input: InputOf<Id>, options?: CallOptions) => Promise<ResultOf<Id>>;

/** The methods that the contract has, as openapi-fetch has them. */
type Method = (typeof operations)[OperationId]['method'];

/**
 * A client of one workspace: each operation of the contract by its name, and by its path for those who know openapi-fetch:
 * `client.GET('/{entityName}/{id}', { params: … })` gives `{ data }` or `{ error }` as documented, and throws what is not documented,
 * `UnexpectedResponse`, and what is no response, `TransportError`.
 */
export type Client = { readonly [Id in OperationId]: Operation<Id> } & Pick<OpenapiFetchClient<paths>, Method>;

/**
 * Makes a client: `createClient({ baseUrl, apiKey })`. Nothing is sent before the first call, which also finds a wrong base URL.
 * @throws {TransportError} `INVALID_REQUEST` when there is no key, or it has a character that no header can carry.
 */
export function createClient({ apiKey, headers, ...options }: ClientOptions): Client {
  const core = createCore({ ...options, headers: { ...headers, ...authorization(apiKey) } });

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
  // A cast at the boundary: which function has which name is known to the table alone.
  return client as Client;
}

const operationIds = Object.keys(operations) as readonly OperationId[];

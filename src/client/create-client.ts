import type { OperationId } from '../contract/index.ts';
import { operationIds } from '../contract/index.ts';
import type { Api } from './api.ts';
import { createApi } from './api.ts';
import { authorization } from './authorization.ts';
import type { CallOptions } from './call.ts';
import { call } from './call.ts';
import type { InputOf } from './input.ts';
import type { ResultOf } from './result.ts';
import type { Fetch } from './transport.ts';

/** What a client needs to know. */
export interface ClientOptions {
  /** Everything up to and including the workspace: `https://…/api/v1/acme-corp/sales`. */
  readonly baseUrl: string;
  /** The API key, which belongs to that workspace; sent as `Authorization: Bearer …`. */
  readonly apiKey: string;
  /** What sends the requests; the global `fetch` by default, looked up at each call. */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** An operation of the contract, as a function. Its promise never rejects. */
export type Operation<Id extends OperationId> = (input: InputOf<Id>, options?: CallOptions) => Promise<ResultOf<Id>>;

/** A client of one workspace: each operation of the contract by its name, and `api` for those who know openapi-fetch. */
export type Client = { readonly [Id in OperationId]: Operation<Id> } & { readonly api: Api };

/**
 * Makes a client: `createClient({ baseUrl, apiKey })`. Nothing is sent before the first call, which also finds a wrong base URL.
 * @throws {TransportError} `INVALID_REQUEST` when the key has a character that no header can carry.
 */
export function createClient({ baseUrl, apiKey, fetch = callGlobalFetch, headers }: ClientOptions): Client {
  const api = createApi(baseUrl, { ...headers, ...authorization(apiKey) }, fetch);
  const named = operationIds.map((id) => [
    id,
    (input: InputOf<typeof id>, options?: CallOptions) => call(api, id, input, options),
  ]);
  // A cast at the boundary: `Object.fromEntries` forgets which name it gave to which operation.
  return { ...Object.fromEntries(named), api } as Client;
}

// Not the function itself: whoever replaces the global one later (a service worker's mock, say) is obeyed.
function callGlobalFetch(request: Request): Promise<Response> {
  return globalThis.fetch(request);
}

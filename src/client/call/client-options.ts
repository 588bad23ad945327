import type { RetryOptions } from '../retry/retry-options.ts';
import type { ApiKey } from '../write-request/authorization.ts';
import type { Fetch } from './exchange.ts';

/** Options of a client. */
export interface ClientOptions {
  /** The URL up to and including the workspace, without a query, a fragment or whitespace: `https://…/api/v1/acme-corp/sales`. */
  readonly baseUrl: string;
  /**
   * An API key of that workspace, sent as `Authorization: Bearer …`; or a function that returns it, called for every request, so
   * that keys can be rotated. Leave it out if a proxy adds the key.
   */
  readonly apiKey?: ApiKey | undefined;
  /** Sends the requests. Defaults to the global `fetch`, looked up on each call. Wrap it to log or change requests. */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Time limit for a whole call, including waits and retries, in milliseconds. Defaults to 30,000; `Infinity` disables it. */
  readonly timeout?: number | undefined;
  /** When and how often to retry a call. `{ limit: 0 }` disables retries. */
  readonly retry?: RetryOptions | undefined;
  /** The longest response body, in characters. Defaults to 50,000,000. A longer one is an `UnexpectedResponse`, `too-large`. */
  readonly maxLength?: number | undefined;
}

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call, even while it waits to retry: the error is `ABORTED`, or `TIMEOUT` with `AbortSignal.timeout`. */
  readonly signal?: AbortSignal | null | undefined;
  /** Sent in addition to the client's headers. On a conflict, these take precedence. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Time limit for the whole call, in milliseconds. Defaults to the client's `timeout`. */
  readonly timeout?: number | undefined;
  /** When and how often to retry. Options that are left out default to the client's. */
  readonly retry?: RetryOptions | undefined;
}

import createOpenapiFetchClient from 'openapi-fetch';

import type { OperationId } from '../../../generated/client-table.ts';
import { operations } from '../../../generated/client-table.ts';
import type { paths } from '../../../generated/openapi-types.ts';
import type { Failure, ResultOf } from '../result/result.ts';
import { TransportError } from '../result/transport-error.ts';
import { delayBefore } from '../retry/delay-before.ts';
import type { Limit } from '../retry/limit.ts';
import { limit } from '../retry/limit.ts';
import { mayPass } from '../retry/may-pass.ts';
import type { RetryOptions } from '../retry/retry-options.ts';
import { fillPath } from '../write-request/fill-path.ts';
import { writeQuery } from '../write-request/write-query.ts';
import { acceptedSignal } from './accepted-signal.ts';
import type { Fetch } from './exchange.ts';
import { exchange, noResponse } from './exchange.ts';
import type { RequestParts } from './request-parts.ts';
import { KeepParts } from './request-parts.ts';

/** Settings shared by all calls that a client makes. */
interface CoreOptions {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch?: Fetch | undefined;
  readonly timeout?: number | undefined;
  readonly retry?: RetryOptions | undefined;
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

/** The options of a call, in the form openapi-fetch accepts. The body may be a batch. */
export interface Call extends CallOptions {
  readonly body?: unknown;
  readonly fetch?: Fetch;
}

/**
 * Returned to openapi-fetch when its result is not used: parsing the response a second time would cost a read a tenth of its
 * time.
 */
const NOTHING_TO_READ = { status: 204, headers: new Map() };

type UntypedRequest = (
  method: string,
  path: string,
  init: Omit<Call, 'fetch'> & {
    readonly Request?: typeof KeepParts | undefined;
    readonly fetch: (written: Request | RequestParts) => Promise<unknown>;
  },
) => Promise<unknown>;

/**
 * How a call ended. `read` is what openapi-fetch returned for a documented response; it is only meaningful for a call by path.
 */
type CallEnd<Id extends OperationId> = readonly [result: ResultOf<Id>, read?: unknown];

/**
 * Calls an operation with openapi-fetch and never rejects. Every failure becomes the `error` of the result, including errors
 * thrown by `write`, which returns the options of the call. A call by path is for users of openapi-fetch: their middleware sees
 * each documented response and can read it.
 */
type Core = <Id extends OperationId>(operationId: Id, write: () => Call, byPath: boolean) => Promise<CallEnd<Id>>;

/** Creates the function that every call goes through, whether by name or by path. */
export function createCore({ baseUrl, headers, fetch, timeout, retry }: CoreOptions): Core {
  const { request } = createOpenapiFetchClient<paths>({
    baseUrl,
    headers,
    pathSerializer: fillPath,
    querySerializer: writeQuery,
    // The contract has no redirects, and following one can turn a PUT into a GET whose response looks like a success (RFC 9110,
    // 15.4.4).
    redirect: 'manual',
  });

  return async <Id extends OperationId>(operationId: Id, write: () => Call, byPath: boolean) => {
    let limited: Limit | undefined;
    try {
      const call = write();
      const { method, path } = operations[operationId];
      const items = Array.isArray(call.body) ? call.body.length : undefined;
      const own = call.fetch ?? fetch;
      const { signal, over } = (limited = limit(call.signal, call.timeout ?? timeout));
      const within = limited;

      const attempts = async (): Promise<CallEnd<Id>> => {
        // Built again for each attempt: a request with a body can be sent only once.
        for (let repetition = 0; ; repetition += 1) {
          let result: ResultOf<Id> | undefined;
          let read: unknown;
          try {
            // openapi-fetch types a request by its literal path. Here, the path and method come from the table.
            read = await (request as UntypedRequest)(method, path, {
              ...call,
              signal: acceptedSignal(signal),
              Request: own || byPath ? undefined : KeepParts,
              fetch: async (written) => {
                const parts = 'length' in written ? written : ([written] as const);
                result = await exchange(operationId, parts, own, within, items);
                if (!byPath) return NOTHING_TO_READ;
                if (result.ok || result.error.name === 'ApiError')
                  return new Response(within.text || null, result.response);
                return Promise.reject(result.error);
              },
            });
          } catch (thrown) {
            // After a successful response, only a middleware can have thrown.
            if (!result || result.ok) throw thrown;
          }
          // A middleware of the caller returned a response, so nothing was sent.
          result ??= invalid();
          if (result.ok) return [result, read];
          const retryable = mayPass(method, result);
          Object.assign(result.error, { retryable });
          const delay = delayBefore(repetition, { ...retry, ...call.retry }, result.response);
          if (!retryable || delay === undefined) return [result, read];
          await within.wait(delay);
        }
      };
      // A custom fetch or a middleware may ignore the signal.
      return await Promise.race([over, attempts()]);
    } catch (thrown) {
      return [limited?.signal.aborted ? noResponse(thrown, limited) : invalid(thrown)];
    } finally {
      limited?.end();
    }
  };
}

function invalid(cause?: unknown): Failure<TransportError> {
  return { ok: false, error: new TransportError('INVALID_REQUEST', cause) };
}

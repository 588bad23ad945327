import createOpenapiFetchClient from 'openapi-fetch';

import type { OperationId } from '../../../generated/client-table.ts';
import { operations } from '../../../generated/client-table.ts';
import type { paths } from '../../../generated/openapi-types.ts';
import type { Failure, ResultOf } from '../result/result.ts';
import { TransportError } from '../result/transport-error.ts';
import { delayBefore } from '../retry/delay-before.ts';
import { limit } from '../retry/limit.ts';
import { mayPass } from '../retry/may-pass.ts';
import type { RetryOptions } from '../retry/retry-options.ts';
import { wait } from '../retry/wait.ts';
import { fillPath } from '../write-request/fill-path.ts';
import { writeQuery } from '../write-request/write-query.ts';
import type { Fetch } from './exchange.ts';
import { exchange } from './exchange.ts';
import type { RequestParts } from './request-parts.ts';
import { KeepParts } from './request-parts.ts';

/** What every call of a client has. */
interface CoreOptions {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch?: Fetch | undefined;
  readonly timeout?: number | undefined;
  readonly retry?: RetryOptions | undefined;
}

/** What one call may have of its own. */
export interface CallOptions {
  /** Ends the call when it is aborted, even while it waits to repeat a request: `ABORTED` or, by `AbortSignal.timeout`, `TIMEOUT`. */
  readonly signal?: AbortSignal | null | undefined;
  /** Sent besides the client's headers; where both have one, this one wins. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long the call may take in all, in milliseconds; the client's own by default. */
  readonly timeout?: number | undefined;
  /** When and how often it is repeated; what is left out is as the client has it. */
  readonly retry?: RetryOptions | undefined;
}

/** A call as openapi-fetch takes it, whose body may be a batch. */
export interface Call extends CallOptions {
  readonly body?: unknown;
  readonly fetch?: Fetch;
}

/** Given to openapi-fetch where nobody reads what it reads: to look at the response once more costs a read a tenth of its time. */
const NOTHING_TO_READ = { status: 204, headers: new Map() };

type UntypedRequest = (
  method: string,
  path: string,
  init: Omit<Call, 'fetch'> & {
    readonly Request?: typeof KeepParts | undefined;
    readonly fetch: (written: Request | RequestParts) => Promise<unknown>;
  },
) => Promise<unknown>;

/** How a call ended; `read` is what openapi-fetch made of a documented response, and means something in a call by path only. */
type CallEnd<Id extends OperationId> = readonly [result: ResultOf<Id>, read?: unknown];

/**
 * Calls an operation with openapi-fetch, and never rejects: whatever goes wrong is the `error` of the result, including what `write`
 * throws, which gives the call. A call by path is for users of openapi-fetch: its middleware sees each documented response, and reads it.
 */
type Core = <Id extends OperationId>(operationId: Id, write: () => Call, byPath: boolean) => Promise<CallEnd<Id>>;

/** Every call of a client, by name or by path, comes through here. */
export function createCore({ baseUrl, headers, fetch, timeout, retry }: CoreOptions): Core {
  const { request } = createOpenapiFetchClient<paths>({
    baseUrl,
    headers,
    pathSerializer: fillPath,
    querySerializer: writeQuery,
    // The contract has no redirect, and following one can turn a PUT into a GET that looks like its success (RFC 9110, 15.4.4).
    redirect: 'manual',
  });

  return async <Id extends OperationId>(operationId: Id, write: () => Call, byPath: boolean) => {
    try {
      const call = write();
      const { method, path } = operations[operationId];
      const items = Array.isArray(call.body) ? call.body.length : undefined;
      const signal = limit(call.signal, call.timeout ?? timeout);
      const own = call.fetch ?? fetch;

      // Written anew each time: a request that has a body can be sent only once.
      for (let repetition = 0; ; repetition += 1) {
        let result: ResultOf<Id> | undefined;
        let read: unknown;
        try {
          // openapi-fetch types a request by the literal path that it is given. Here path and method come out of the table.
          read = await (request as UntypedRequest)(method, path, {
            ...call,
            signal,
            Request: own || byPath ? undefined : KeepParts,
            fetch: async (written) => {
              result = await exchange(
                operationId,
                'length' in written ? written : [written],
                own,
                signal,
                items,
                byPath,
              );
              if (!byPath) return NOTHING_TO_READ;
              if (result.ok || result.error.name === 'ApiError') return result.response;
              return Promise.reject(result.error);
            },
          });
        } catch (thrown) {
          // What was thrown after a success came, a middleware threw.
          if (!result || result.ok) throw thrown;
        }
        // A middleware of the caller answered.
        result ??= invalid();
        const delay =
          !result.ok && mayPass(method, result)
            ? delayBefore(repetition, { ...retry, ...call.retry }, result.response)
            : undefined;
        if (delay === undefined) return [result, read];
        await wait(delay, signal);
      }
    } catch (thrown) {
      return [invalid(thrown)];
    }
  };
}

function invalid(cause?: unknown): Failure<TransportError> {
  return { ok: false, error: new TransportError('INVALID_REQUEST', cause) };
}

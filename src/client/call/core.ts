import createOpenapiFetchClient from 'openapi-fetch';

import type { OperationId } from '../../../generated/client-table.ts';
import { mediaType, operations } from '../../../generated/client-table.ts';
import type { paths } from '../../../generated/openapi-types.ts';
import type { ResultOf } from '../result/result.ts';
import { TransportError } from '../result/transport-error.ts';
import { delayBefore } from '../retry/delay-before.ts';
import type { Limit } from '../retry/limit.ts';
import { limit } from '../retry/limit.ts';
import { mayPass } from '../retry/may-pass.ts';
import { authorization } from '../write-request/authorization.ts';
import { fillPath } from '../write-request/fill-path.ts';
import { writeBody } from '../write-request/write-body.ts';
import { writeQuery } from '../write-request/write-query.ts';
import { acceptedSignal } from './accepted-signal.ts';
import type { CallOptions, ClientOptions } from './client-options.ts';
import type { Fetch } from './exchange.ts';
import { exchange } from './exchange.ts';
import { noResponse } from './no-response.ts';
import type { RequestParts } from './request-parts.ts';
import { KeepParts } from './request-parts.ts';

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
export function createCore({ baseUrl, apiKey, fetch, timeout, retry, maxLength, ...options }: ClientOptions): Core {
  if (/[?#\s]/.test(baseUrl)) throw new TransportError('INVALID_REQUEST', 'baseUrl has ?, # or a space');
  const headers = {
    Accept: mediaType,
    ...options.headers,
    ...(typeof apiKey === 'string' && authorization(apiKey)),
  };
  const { request } = createOpenapiFetchClient<paths>({
    baseUrl,
    headers,
    pathSerializer: fillPath,
    querySerializer: writeQuery,
    bodySerializer: writeBody,
    // The contract has no redirects, and following one can turn a PUT into a GET whose response looks like a success (RFC 9110,
    // 15.4.4).
    redirect: 'manual',
  });

  return async <Id extends OperationId>(operationId: Id, write: () => Call, byPath: boolean) => {
    let limited: Limit | undefined;
    try {
      const call = write();
      const { method, path } = operations[operationId];
      const own = call.fetch ?? fetch;
      const within = (limited = limit(call.signal, call.timeout ?? timeout));

      const attempts = async (): Promise<CallEnd<Id>> => {
        // Built again for each attempt: a request with a body can be sent only once.
        for (let repetition = 0; ; repetition += 1) {
          let result: ResultOf<Id> | undefined;
          let read: unknown;
          within.response = undefined;
          // openapi-fetch reads this object before it waits for anything, so that two calls do not exchange their keys.
          if (typeof apiKey === 'function') Object.assign(headers, authorization(await apiKey()));
          try {
            // openapi-fetch types a request by its literal path. Here, the path and method come from the table.
            read = await (request as UntypedRequest)(method, path, {
              ...call,
              signal: acceptedSignal(within.signal),
              Request: own || byPath ? undefined : KeepParts,
              fetch: async (written) => {
                result = await exchange(
                  operationId,
                  'length' in written ? written : [written],
                  own,
                  within,
                  call.body,
                  maxLength,
                );
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
          result ??= noResponse(undefined, within, 'INVALID_REQUEST');
          if (result.ok) return [result, read];
          const retryable = mayPass(method, result);
          Object.assign(result.error, { retryable });
          const delay = delayBefore(repetition, { ...retry, ...call.retry }, result.response);
          if (!retryable || delay === undefined) return [result, read];
          await within.wait(delay);
        }
      };
      // A custom fetch or a middleware may ignore the signal.
      return await Promise.race([within.over, attempts()]);
    } catch (thrown) {
      return [noResponse(thrown, limited, 'INVALID_REQUEST')];
    } finally {
      limited?.end();
    }
  };
}

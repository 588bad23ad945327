import type { OperationId } from '../../../generated/client-table.ts';
import { readAnswer } from '../read-answer/read-answer.ts';
import type { Failure, ResultOf } from '../result/result.ts';
import type { TransportError } from '../result/transport-error.ts';
import { toTransportError } from '../result/transport-error.ts';
import type { Limit } from '../retry/limit.ts';
import type { RequestParts } from './request-parts.ts';

/** A function that sends a request, such as the global `fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request once, with the caller's `fetch` or the global one, and reads the whole response.
 * @param items the number of items, if the body is a batch
 * @throws {TypeError} when the parts do not make a valid request. It never rejects otherwise.
 */
export async function exchange<Id extends OperationId>(
  operationId: Id,
  request: RequestParts,
  fetch: Fetch | undefined,
  limited: Limit,
  items: number | undefined,
): Promise<ResultOf<Id>> {
  limited.response = undefined;
  try {
    // Aborted during the wait before a retry, so nothing is sent.
    if (limited.signal.aborted) return noResponse(undefined, limited);
    // Looks up the global `fetch` on each call, so that a later replacement (a mock, for example) takes effect.
    const response = await (fetch ? fetch(request[0] as Request) : globalThis.fetch(...request));
    limited.response = response;
    const text = (limited.text = await response.text());
    return { ...readAnswer(operationId, response, text, items), response };
  } catch (thrown) {
    if (request[1]) new Request(...request);
    return noResponse(thrown, limited);
  }
}

/** Returns the failure of a request that was not answered completely, from the thrown value and the limit of the call. */
export function noResponse(thrown: unknown, limited: Limit): Failure<TransportError> {
  return { ok: false, error: toTransportError(thrown, limited), response: limited.response };
}

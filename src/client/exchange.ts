import type { OperationId } from '../../generated/client-table.ts';
import { readAnswer } from './read-answer.ts';
import type { ResultOf } from './result.ts';
import { toTransportError } from './transport-error.ts';

/** What sends a request; the global `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request once, and reads the answer to its end. Never rejects. `items` is how many its batch has, if it is one; with
 * `leaveBody` the body can be read by somebody else afterwards.
 */
export async function exchange<Id extends OperationId>(
  operationId: Id,
  request: Request,
  fetch: Fetch,
  items: number | undefined,
  leaveBody: boolean,
): Promise<ResultOf<Id>> {
  let response: Response | undefined;
  try {
    // A fetch that takes no notice of signals is not called once more after a wait that was cut short.
    request.signal.throwIfAborted();
    response = await fetch(request);
    const text = await (leaveBody ? response.clone() : response).text();
    return { ...readAnswer(operationId, response, text, items), response };
  } catch (thrown) {
    return { ok: false, error: toTransportError(thrown, request.signal), response };
  }
}

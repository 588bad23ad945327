import type { OperationId } from '../../../generated/client-table.ts';
import { readAnswer } from '../read-answer/read-answer.ts';
import type { ResultOf } from '../result/result.ts';
import { toTransportError } from '../result/transport-error.ts';
import type { RequestParts } from './request-parts.ts';

/** What sends a request; the global `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request once, by the caller's `fetch` or the global one, and reads the answer to its end, or until the signal is aborted.
 * `items` is how many its batch has, if it is one. `keepBody` leaves the body of the response unread, for another reader.
 * @throws {TypeError} when no request can be made of the parts. It never rejects otherwise.
 */
export async function exchange<Id extends OperationId>(
  operationId: Id,
  request: RequestParts,
  fetch: Fetch | undefined,
  signal: AbortSignal,
  items: number | undefined,
  keepBody: boolean,
): Promise<ResultOf<Id>> {
  let response: Response | undefined;
  const read = async (): Promise<ResultOf<Id>> => {
    // The global one is looked up at each call: whoever replaces it later (a service worker's mock, say) is obeyed.
    response = await (fetch ? fetch(request[0] as Request) : globalThis.fetch(...request));
    const text = await (keepBody ? response.clone() : response).text();
    return { ...readAnswer(operationId, response, text, items), response };
  };
  try {
    // A fetch that takes no notice of signals is not waited for, nor called once more after a wait that was cut short. The global one
    // takes notice by itself, at less cost.
    signal.throwIfAborted();
    return await (fetch
      ? Promise.race([read(), new Promise<never>((_, reject) => signal.addEventListener('abort', reject))])
      : read());
  } catch (thrown) {
    if (request[1]) new Request(...request);
    return { ok: false, error: toTransportError(thrown, signal), response };
  }
}

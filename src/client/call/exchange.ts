import type { OperationId } from '../../../generated/client-table.ts';
import { readAnswer } from '../read-answer/read-answer.ts';
import type { ResultOf } from '../result/result.ts';
import { toTransportError } from '../result/transport-error.ts';
import type { RequestParts } from './request-parts.ts';

/** A function that sends a request, such as the global `fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request once, with the caller's `fetch` or the global one, and reads the whole response unless the signal is aborted
 * first.
 * @param items the number of items, if the body is a batch
 * @param keepBody whether to leave the body of the response unread, for another reader
 * @throws {TypeError} when the parts do not make a valid request. It never rejects otherwise.
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
    // Looks up the global `fetch` on each call, so that a later replacement (a mock, for example) takes effect.
    response = await (fetch ? fetch(request[0] as Request) : globalThis.fetch(...request));
    const text = await (keepBody ? response.clone() : response).text();
    return { ...readAnswer(operationId, response, text, items), response };
  };
  try {
    // A custom fetch may ignore AbortSignal, so race it against the signal, and do not call it if the signal was aborted during
    // the wait before a retry. The global fetch handles the signal itself, at a lower cost.
    signal.throwIfAborted();
    return await (fetch
      ? Promise.race([read(), new Promise<never>((_, reject) => signal.addEventListener('abort', reject))])
      : read());
  } catch (thrown) {
    if (request[1]) new Request(...request);
    return { ok: false, error: toTransportError(thrown, signal), response };
  }
}

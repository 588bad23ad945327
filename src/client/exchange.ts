import type { OperationId } from '../../generated/client-table.ts';
import { readAnswer } from './read-answer.ts';
import type { ResultOf } from './result.ts';
import { toTransportError } from './transport-error.ts';

/** What sends a request; the global `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request once, and reads the answer to its end, or until the signal is aborted. Never rejects. `items` is how many its batch
 * has, if it is one; with `leaveBody` the body can be read by somebody else afterwards.
 */
export async function exchange<Id extends OperationId>(
  operationId: Id,
  send: () => Promise<Response>,
  signal: AbortSignal,
  items: number | undefined,
  leaveBody: boolean,
): Promise<ResultOf<Id>> {
  let response: Response | undefined;
  const read = async (): Promise<ResultOf<Id>> => {
    response = await send();
    const text = await (leaveBody ? response.clone() : response).text();
    return { ...readAnswer(operationId, response, text, items), response };
  };
  try {
    // A fetch that takes no notice of signals is not waited for, nor called once more after a wait that was cut short.
    signal.throwIfAborted();
    return await Promise.race([read(), new Promise<never>((_, reject) => signal.addEventListener('abort', reject))]);
  } catch (thrown) {
    return { ok: false, error: toTransportError(thrown, signal), response };
  }
}

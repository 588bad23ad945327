import type { OperationId } from '../../../generated/client-table.ts';
import { readAnswer } from '../read-answer/read-answer.ts';
import type { ResultOf } from '../result/result.ts';
import type { Limit } from '../retry/limit.ts';
import { noResponse } from './no-response.ts';
import { readText } from './read-text.ts';
import type { RequestParts } from './request-parts.ts';

/** A function that sends a request, such as the global `fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request once, with the caller's `fetch` or the global one, and reads the whole response.
 * @param body the body of the request, before it was written
 * @param longest the longest body to read, in characters
 * @throws {TypeError} when the parts do not make a valid request. It never rejects otherwise.
 */
export async function exchange<Id extends OperationId>(
  operationId: Id,
  request: RequestParts,
  fetch: Fetch | undefined,
  limited: Limit,
  body: unknown,
  longest: number | undefined,
): Promise<ResultOf<Id>> {
  try {
    // Aborted during the wait before a retry, so nothing is sent. A custom fetch gets a whole request, never its parts.
    // Looks up the global `fetch` on each call, so that a later replacement (a mock, for example) takes effect.
    const send = (fetch as typeof globalThis.fetch | undefined) ?? globalThis.fetch;
    const response = await (limited.signal.aborted ? limited.over : send(...request));
    limited.response = response;
    const text = (limited.text = await readText(response, longest));
    return { ...readAnswer(operationId, response, text, body), response };
  } catch (thrown) {
    if (request[1]) new Request(...request);
    return noResponse(thrown, limited, 'NETWORK');
  }
}

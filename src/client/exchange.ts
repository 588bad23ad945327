import type { OperationId } from '../../generated/client-table.ts';
import { readAnswer } from './read-answer.ts';
import type { ResultOf } from './result.ts';
import { toTransportError } from './transport-error.ts';

/** What sends a request; the global `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/** What has to be known of a request to judge what comes of it. */
export interface Asked<Id extends OperationId> {
  readonly operationId: Id;
  /** How many items its batch has, if it is one. */
  readonly items: number | undefined;
  /** Whether the body of the response is to be left for somebody else to read. */
  readonly leaveBody: boolean;
}

/** Sends a request once, and reads the answer to its end. Never rejects. */
export async function exchange<Id extends OperationId>(
  request: Request,
  fetch: Fetch,
  { operationId, items, leaveBody }: Asked<Id>,
): Promise<ResultOf<Id>> {
  let response: Response | undefined;
  try {
    request.signal.throwIfAborted();
    response = await fetch(request);
    const text = await (leaveBody ? response.clone() : response).text();
    return { ...readAnswer(operationId, response, text, items), response };
  } catch (thrown) {
    return { ok: false, error: toTransportError(thrown, request.signal), response };
  }
}

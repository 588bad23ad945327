import type { IncomingMessage, ServerResponse } from 'node:http';

import { answerOutside, answerRequest } from './answer-request.ts';
import { failAsDocumented } from './fail-as-documented.ts';
import type { MockRequest } from './mock-request.ts';
import { readMockRequest } from './mock-request.ts';
import type { Prism } from './prism.ts';
import { requestIdOf, writeAnswer } from './write-answer.ts';

/** Takes a failure that is the mock's own and no caller's: whoever sees one has found a bug. */
export type Log = (entry: { readonly requestId: string; readonly error: unknown }) => void;

/** Listens to requests: reads each, has it answered and writes the answer, whatever happens on the way. */
export function requestListener(prism: Prism, log: Log): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => void handle(message, response, prism, log);
}

async function handle(message: IncomingMessage, response: ServerResponse, prism: Prism, log: Log): Promise<void> {
  const requestId = requestIdOf(message.headersDistinct['x-request-id']);
  let request: MockRequest;
  try {
    request = await readMockRequest(message);
  } catch {
    // The client has left, or its framing broke, which is answered elsewhere.
    return;
  }
  try {
    writeAnswer(response, await answerRequest(request, prism), requestId);
  } catch (error) {
    log({ requestId, error });
    writeAnswer(response, answerOutside(failAsDocumented('internalError')), requestId);
  }
}

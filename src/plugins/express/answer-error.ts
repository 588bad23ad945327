import type { IncomingMessage, ServerResponse } from 'node:http';

import { idOf, REQUEST_ID } from '../../error-responses/index.ts';
import type { Answer } from '../answer/answer-for.ts';
import { answerFor } from '../answer/answer-for.ts';
import { isAboutAnotherBody } from '../answer/is-about-another-body.ts';
import { sendDirectly } from '../answer/send-directly.ts';

/** Responses whose failure was answered before. Another error means that a middleware failed while it was sent. */
const answered = new WeakSet<ServerResponse>();

/** Responds to an error from any source. Returns whether its cause must be reported, because no response reveals it. */
export function answerError(
  error: unknown,
  request: IncomingMessage & { readonly originalUrl?: string; readonly body?: unknown },
  response: ServerResponse,
): boolean {
  if (response.headersSent) {
    // Too late to respond. What the client got so far must not look complete.
    if (!response.writableEnded) response.destroy();
    return true;
  }
  const { originalUrl: url = request.url, headers, body } = request;
  const answer = answerFor(error, { url, headers, body, hasRetryAfter: response.hasHeader('retry-after') });
  const withId: Answer = { ...answer, headers: { ...answer.headers, [REQUEST_ID]: idOf(request) } };
  if (answered.has(response)) sendDirectly(response, withId, response.getHeaders());
  else send(response, withId);
  return answer.isUnexpected;
}

function send(response: ServerResponse, answer: Answer): void {
  answered.add(response);
  try {
    for (const [name, value] of Object.entries(response.getHeaders()))
      if (isAboutAnotherBody(name, value)) response.removeHeader(name);
    response.statusCode = answer.status;
    // Node then sends the text of the status code.
    response.statusMessage = '';
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    response.setHeader('content-length', Buffer.byteLength(answer.body));
    response.end(answer.body);
  } catch {
    // A middleware replaced one of these methods, and its own failed.
    if (response.headersSent) response.destroy();
    else sendDirectly(response, answer, response.getHeaders());
  }
}

import type { ServerResponse } from 'node:http';

import { answerHeaders, REQUEST_ID } from '../error-responses/index.ts';
import type { DocumentedAnswer } from '../injection/index.ts';

/** A response as it is sent over the wire. */
export interface WrittenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Serializes a documented response. */
export function writtenAnswer({ status, body }: DocumentedAnswer, requestId: string): WrittenAnswer {
  // A 204 must not have a Content-Length (RFC 9110, section 8.6).
  if (body === undefined) return { status, headers: { [REQUEST_ID]: requestId }, text: '' };
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  return { status, headers: { [REQUEST_ID]: requestId, ...answerHeaders({ status }), 'content-length': length }, text };
}

/** Sends a response. Node omits the body for HEAD. */
export function sendAnswer(response: ServerResponse, { status, headers, text }: WrittenAnswer): void {
  response.writeHead(status, headers).end(text);
}

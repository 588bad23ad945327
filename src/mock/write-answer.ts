import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import type { DocumentedAnswer } from './prism.ts';

/** An answer as it goes over the wire. */
interface WrittenAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Chooses the id of a request: the caller's own where it is well-formed, up to 128 visible ASCII characters. */
export function requestIdOf(sent: readonly string[] = []): string {
  const [only = '', ...more] = sent;
  return more.length === 0 && /^[\x21-\x7e]{1,128}$/.test(only) ? only : randomUUID();
}

/** Answers a request. Node leaves the body away where the method is HEAD. */
export function writeAnswer(response: ServerResponse, answer: DocumentedAnswer, requestId: string): void {
  const { headers, text } = written(answer, requestId);
  response.writeHead(answer.status, headers).end(text);
}

/** Answers on the bare connection, for which Node has no response, and closes it. */
export function writeRawAnswer(socket: Duplex, answer: DocumentedAnswer, requestId: string): void {
  const { headers, text } = written(answer, requestId);
  const lines = Object.entries({ ...headers, Connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${lines.join('')}\r\n${text}`);
}

function written({ status, body }: DocumentedAnswer, requestId: string): WrittenAnswer {
  const common = { 'X-Request-Id': requestId, ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}) };
  // A 204 must not have a length either (RFC 9110, section 8.6).
  if (body === undefined) return { headers: common, text: '' };
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  return { headers: { ...common, 'Content-Type': 'application/json', 'Content-Length': length }, text };
}

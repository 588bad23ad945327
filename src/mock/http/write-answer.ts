import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import type { DocumentedAnswer } from '../prism/prism.ts';

/** An answer as it goes over the wire. */
export interface WrittenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Chooses the id of a request: the caller's own where it is well-formed, up to 128 visible ASCII characters. */
export function requestIdOf(sent: readonly string[] = []): string {
  const [only = '', ...more] = sent;
  return more.length === 0 && /^[\x21-\x7e]{1,128}$/.test(only) ? only : randomUUID();
}

/** Writes out an answer of the contract. */
export function writtenAnswer({ status, body }: DocumentedAnswer, requestId: string): WrittenAnswer {
  const common = { 'X-Request-Id': requestId, ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}) };
  // A 204 must not have a length either (RFC 9110, section 8.6).
  if (body === undefined) return { status, headers: common, text: '' };
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  return { status, headers: { ...common, 'Content-Type': 'application/json', 'Content-Length': length }, text };
}

/** Answers a request. Node leaves the body away where the method is HEAD. */
export function sendAnswer(response: ServerResponse, { status, headers, text }: WrittenAnswer): void {
  response.writeHead(status, headers).end(text);
}

/** Answers on the bare connection, for which Node has no response, and closes it. */
export function sendRawAnswer(socket: Duplex, { status, headers, text }: WrittenAnswer): void {
  const lines = Object.entries({ ...headers, Connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`);
}

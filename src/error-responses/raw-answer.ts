import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import type { ScenarioFailure } from '../contract/index.ts';
import { contract, toEnvelope } from '../contract/index.ts';
import { REQUEST_ID } from './request-id.ts';

/**
 * How long a client may continue to send after the response, in milliseconds. Gives it time to read the response before the
 * connection is reset.
 */
const LINGER = 1000;

/**
 * Writes a response directly to a socket, then closes the connection: first the write side, then both (RFC 9112,
 * section 9.6).
 */
export function answerRaw(
  socket: Duplex,
  failure: ScenarioFailure,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify(toEnvelope(failure));
  const head = [
    `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}`,
    `content-type: ${contract.envelope.mediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `${REQUEST_ID}: ${requestId}`,
    `date: ${new Date().toUTCString()}`,
    'connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  closeLater(socket);
}

/** Closes a connection whose last request got its response before all of the request arrived. */
export function endConnection(socket: Duplex): void {
  socket.end();
  closeLater(socket);
}

function closeLater(socket: Duplex): void {
  // Node does not handle errors of a socket that it handed over (CONNECT). Unhandled, a connection reset ends the process.
  socket.on('error', () => socket.destroy());
  const timer = setTimeout(() => socket.destroy(), LINGER);
  socket.once('close', () => clearTimeout(timer));
}

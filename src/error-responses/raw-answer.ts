import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import type { ScenarioFailure } from '../contract/index.ts';
import { contract, toEnvelope } from '../contract/index.ts';
import { REQUEST_ID } from './request-id.ts';

/** How long a client may go on sending after its answer, in milliseconds: long enough to read it before the connection resets. */
const LINGER = 1000;

/** Answers where there is no response to write to, and closes the connection (RFC 9112, section 9.6: first one way, then both). */
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

/** Ends a connection whose last request is answered, though not all of it has come. */
export function endConnection(socket: Duplex): void {
  socket.end();
  closeLater(socket);
}

function closeLater(socket: Duplex): void {
  // Node no longer looks after a socket that it handed over (CONNECT): without this, a client that resets it ends the process.
  socket.on('error', () => socket.destroy());
  const timer = setTimeout(() => socket.destroy(), LINGER);
  socket.once('close', () => clearTimeout(timer));
}

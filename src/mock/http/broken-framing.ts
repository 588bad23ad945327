import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

import { fail } from '../../contract/index.ts';
import { answerOutside } from '../answer/answer-request.ts';
import { anyOrigin } from './cors.ts';
import { requestIdOf, sendRawAnswer, writtenAnswer } from './write-answer.ts';

/** How long a connection stays open after its last answer, in ms: closed at once, it may be reset before that is read. */
const LINGER = 1_000;

/** Answers what never becomes a request, where Node would answer without an envelope or not at all. */
export function answerBrokenFraming(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(socket, complaintAbout(error.code)));
  server.on('connect', (_request, socket) => refuse(socket, 'CONNECT is for proxies'));
}

function refuse(socket: Duplex, message: string): void {
  // Node says it again for every further piece of the same broken request.
  if (!socket.writable) return;
  const { headers, ...answer } = writtenAnswer(answerOutside(fail('badRequest', { message })), requestIdOf());
  sendRawAnswer(socket, { ...answer, headers: { ...headers, ...anyOrigin } });
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER).unref();
}

function complaintAbout(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return 'The header of the request is too long';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'The request took too long to arrive';
  return 'The request is not well-formed HTTP';
}

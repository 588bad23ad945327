import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import type { ScenarioFailure } from '../contract/index.ts';
import { fail } from '../contract/index.ts';
import { answerRaw, endConnection } from './raw-answer.ts';
import { parserFault } from './request-fault.ts';
import { idOf } from './request-id.ts';

/** An answer that no framework has written. */
export interface RawAnswer {
  readonly requestId: string;
  readonly failure: ScenarioFailure;
  /** None where the bytes never became one. */
  readonly request?: IncomingMessage;
}

/** What else becomes of such answers. */
export interface RawAnswering {
  /** Is told of each, for a log. */
  readonly onAnswer?: ((answer: RawAnswer) => void) | undefined;
  /** Headers that each has besides. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Where a connection keeps what was last asked and answered on it. */
const LAST = Symbol('last exchange');

type Connection = Duplex & { [LAST]?: Exchange };

/** Answers what Node would answer by itself, without a body or not at all: CONNECT, and an expectation that is not met. */
export function answerProtocolEvents(server: Server, how: RawAnswering = {}): void {
  server.prependListener('request', (request, response) => {
    const socket: Connection = request.socket;
    socket[LAST] = { request, response };
  });
  const refuse = (request: IncomingMessage, socket: Duplex, message: string): void =>
    answer(socket, { requestId: idOf(request), failure: fail('badRequest', { message }), request }, how);
  server.on('connect', (request, socket) => refuse(request, socket, 'Method CONNECT is no operation of this server'));
  server.on('checkExpectation', (request) => refuse(request, request.socket, 'Header Expect can only be 100-continue'));
}

/** Answers an error of the HTTP parser, or a request that took too long: Fastify's `clientErrorHandler`. */
export function answerParserError(error: Error, socket: Connection, how: RawAnswering = {}): void {
  // Further bytes make further errors; the first was answered, or there is nobody any more to answer.
  if (!socket.writable) return;
  const failure = fail('badRequest', { message: parserFault(error) });
  const answerBytes = (): void => {
    // The answer before may have been the last of its connection.
    if (socket.writable) answer(socket, { requestId: randomUUID(), failure }, how);
  };
  const last = socket[LAST];
  if (last === undefined) return answerBytes();
  const { request, response } = last;
  if (request.complete && response.writableFinished) answerBytes();
  // The request before, on the same connection, gets its answer first.
  else if (request.complete && (response.writableEnded || !response.headersSent)) response.once('finish', answerBytes);
  // The request was refused by its headers, and it is its body that is wrong.
  else if (response.headersSent) endConnection(socket);
  else answer(socket, { requestId: idOf(request), failure, request }, how);
}

function answer(socket: Duplex, raw: RawAnswer, { onAnswer, headers }: RawAnswering): void {
  answerRaw(socket, raw.failure, raw.requestId, headers);
  onAnswer?.(raw);
}

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

/** The request that was last read on a connection. */
interface LastRead {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The response to the request before. */
  readonly before: ServerResponse | undefined;
}

/** Where a connection keeps what was last asked on it. */
const LAST = Symbol('last read');

/** Where it keeps that its bytes were no good, so that nothing more of them is read. */
const OVER = Symbol('over');

type ClientSocket = Duplex & { [LAST]?: LastRead; [OVER]?: true };

/** Answers what Node would answer by itself, without a body or not at all: CONNECT, and an expectation that is not met. */
export function answerProtocolEvents(server: Server, how: RawAnswering = {}): void {
  server.prependListener('request', (request, response) => {
    const socket: ClientSocket = request.socket;
    socket[LAST] = { request, response, before: socket[LAST]?.response };
  });
  const refuse = (request: IncomingMessage, socket: ClientSocket, message: string): void => {
    const failure = fail('badRequest', { message });
    answerBehind(socket[LAST]?.response, socket, { requestId: idOf(request), failure, request }, how);
  };
  server.on('connect', (request, socket) => refuse(request, socket, 'Method CONNECT is no operation of this server'));
  server.on('checkExpectation', (request) => refuse(request, request.socket, 'Header Expect can only be 100-continue'));
}

/** Whether no later request was read on the connection: its answer can be the last. Of a server whose protocol events are answered. */
export function isLastRead(request: IncomingMessage): boolean {
  const socket: ClientSocket = request.socket;
  return socket[LAST]?.request === request;
}

/** Answers an error of the HTTP parser, or a request that took too long: Fastify's `clientErrorHandler`. */
export function answerParserError(error: Error, socket: ClientSocket, how: RawAnswering = {}): void {
  // Further bytes make further errors; the first is answered, or there is nobody any more to answer.
  if (!socket.writable || socket[OVER]) return;
  socket[OVER] = true;
  const failure = fail('badRequest', { message: parserFault(error) });
  const { request, response, before } = socket[LAST] ?? {};
  const isBetweenRequests = request === undefined || request.complete;
  if (isBetweenRequests && (response === undefined || response.writableEnded || !response.headersSent))
    answerBehind(response, socket, { requestId: randomUUID(), failure }, how);
  // The request was refused by its headers, and it is its body that is wrong.
  else if (response?.headersSent) behind(response.writableEnded ? response : undefined, () => endConnection(socket));
  else if (request !== undefined) answerBehind(before, socket, { requestId: idOf(request), failure, request }, how);
}

/** Answers on the bare connection once a response is out: what was asked before gets its answer first. */
function answerBehind(
  response: ServerResponse | undefined,
  socket: Duplex,
  raw: RawAnswer,
  { onAnswer, headers }: RawAnswering,
): void {
  behind(response, () => {
    // The answer before may have been the last of its connection.
    if (!socket.writable) return;
    answerRaw(socket, raw.failure, raw.requestId, headers);
    onAnswer?.(raw);
  });
}

function behind(response: ServerResponse | undefined, act: () => void): void {
  if (response === undefined || response.writableFinished) act();
  else response.once('finish', act);
}

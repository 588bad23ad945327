import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { maxHeaderSize } from 'node:http';
import type { Duplex } from 'node:stream';

import type { ScenarioFailure } from '../contract/index.ts';
import { fail, isObject } from '../contract/index.ts';
import { answerRaw, endConnection } from './raw-answer.ts';
import { parserFault } from './request-fault.ts';
import { idOf } from './request-id.ts';

/** A response written directly to the socket, outside any framework. */
export interface RawAnswer {
  readonly requestId: string;
  readonly failure: ScenarioFailure;
  /** Missing if the bytes were not a complete request. */
  readonly request?: IncomingMessage;
}

/** Options for raw responses. */
export interface RawAnswering {
  /** Called after each raw response is written, for example to log it. */
  readonly onAnswer?: ((answer: RawAnswer) => void) | undefined;
  /** Extra headers for each raw response. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The last request read on a connection. */
interface LastRead {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The response to the previous request. */
  readonly before: ServerResponse | undefined;
}

/** The property of a socket that holds the last request read on it. */
const LAST = Symbol('last read');

/** The property of a socket that is set once a parser error was handled. Later errors are ignored. */
const OVER = Symbol('over');

type ClientSocket = Duplex & { [LAST]?: LastRead; [OVER]?: true };

/**
 * Responds with an error envelope to CONNECT and to an `Expect` header that cannot be met. Node would close the connection, or
 * respond without a body.
 */
export function answerProtocolEvents(server: Server, how: RawAnswering = {}): void {
  server.prependListener('request', (request, response) => {
    const socket: ClientSocket = request.socket;
    socket[LAST] = { request, response, before: socket[LAST]?.response };
  });
  const refuse = (request: IncomingMessage, socket: ClientSocket, message: string): void => {
    const failure = fail('badRequest', { message });
    answerBehind(socket[LAST]?.response, socket, { requestId: idOf(request), failure, request }, how);
  };
  server.on('connect', (request, socket) => refuse(request, socket, 'Method CONNECT is not supported'));
  server.on('checkExpectation', (request) => refuse(request, request.socket, 'Header Expect can only be 100-continue'));
}

/**
 * Whether no later request was read on the connection, so that this response can be the last one. The server must use
 * `answerProtocolEvents`.
 */
export function isLastRead(request: IncomingMessage): boolean {
  const socket: ClientSocket = request.socket;
  return socket[LAST]?.request === request;
}

/** Responds to an HTTP parser error or a request timeout. Suitable for Fastify's `clientErrorHandler`. */
export function answerParserError(error: Error, socket: ClientSocket, how: RawAnswering = {}): void {
  // More bytes raise more errors. Respond only to the first one, and only if the client can still read the response.
  if (!socket.writable || socket[OVER]) return;
  socket[OVER] = true;
  const failure = fail('badRequest', { message: parserFault(error, headerLimitOf(socket)) });
  const { request, response, before } = socket[LAST] ?? {};
  const isBetweenRequests = request === undefined || request.complete;
  if (isBetweenRequests && (response === undefined || response.writableEnded || !response.headersSent))
    answerBehind(response, socket, { requestId: randomUUID(), failure }, how);
  // The request was already rejected because of its headers; this error is in its body.
  else if (response?.headersSent) behind(response.writableEnded ? response : undefined, () => endConnection(socket));
  else if (request !== undefined) answerBehind(before, socket, { requestId: idOf(request), failure, request }, how);
}

/** Node keeps the option of a server under this name, and its own default if the option is 0 or missing. */
function headerLimitOf(socket: Duplex): number {
  const server: unknown = Reflect.get(socket, 'server');
  const limit = isObject(server) ? server.maxHeaderSize : undefined;
  return typeof limit === 'number' && limit > 0 ? limit : maxHeaderSize;
}

/** Writes a raw response once `response` is sent, so that responses keep the order of their requests. */
function answerBehind(
  response: ServerResponse | undefined,
  socket: Duplex,
  raw: RawAnswer,
  { onAnswer, headers }: RawAnswering,
): void {
  behind(response, () => {
    // The previous response may have closed the connection.
    if (!socket.writable) return;
    answerRaw(socket, raw.failure, raw.requestId, headers);
    onAnswer?.(raw);
  });
}

function behind(response: ServerResponse | undefined, act: () => void): void {
  if (response === undefined || response.writableFinished) act();
  else response.once('finish', act);
}

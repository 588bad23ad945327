import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { answerRaw, endConnection } from './raw-answer.ts';
import { parserFault } from './request-fault.ts';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const lastExchange = new WeakMap<Duplex, Exchange>();

/** Answers what Node would answer by itself, without a body or not at all: CONNECT, and an expectation that is not met. */
export function answerProtocolEvents(server: Server): void {
  server.prependListener('request', (request, response) => lastExchange.set(request.socket, { request, response }));
  server.on('connect', (_request, socket) => answerRaw(socket, 'Method CONNECT is no operation of this server'));
  server.on('checkExpectation', ({ socket }) => answerRaw(socket, 'Header Expect can only be 100-continue'));
}

/** Answers an error of the HTTP parser, or a request that took too long: Fastify's `clientErrorHandler`. */
export function answerParserError(error: Error, socket: Duplex): void {
  // Further bytes make further errors; the first was answered, or there is nobody any more to answer.
  if (!socket.writable) return;
  const last = lastExchange.get(socket);
  const answered = last?.response.writableEnded ?? true;
  if (last === undefined || (answered && last.request.complete)) answerRaw(socket, parserFault(error));
  // The request was refused by its headers, and it is its body that is wrong.
  else if (answered || last.response.headersSent) endConnection(socket);
  // The request before, on the same connection, gets its answer first.
  else if (last.request.complete) last.response.once('finish', () => answerRaw(socket, parserFault(error)));
  else answerRaw(socket, parserFault(error));
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import type { ScenarioFailure } from '../../contract/index.ts';
import { internalError, routeNotFound, toEnvelope } from '../../contract/index.ts';
import {
  answerHeaders,
  answerParserError,
  answerProtocolEvents,
  idOf,
  REQUEST_ID,
} from '../../error-responses/index.ts';
import { foreseenFailure, isLeftAlone } from '../foreseen-failure.ts';
import { HEADERS_OF_ANOTHER_BODY } from '../headers-of-another-body.ts';

// Express ships no types, and its requests and responses are Node's. So these types work for every version, without importing
// it.
type Next = (error?: unknown) => void;
type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;
type ErrorHandler = (error: unknown, request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Options of the middleware. */
export interface ContractMiddlewareOptions {
  /**
   * Receives the cause of every `internalError`, which the response does not reveal. Required because Express has no logger.
   */
  readonly onUnexpected: (error: unknown, request: IncomingMessage) => void;
}

/** The parts of the middleware, by where they are installed. */
export interface ContractMiddleware {
  /** Pass to `app.use` before everything else. Gives each request a unique id, or keeps the one its caller sent. */
  readonly first: Handler;
  /** Pass to `app.use` after everything else. Responds to unknown paths and to every error. */
  readonly last: readonly [Handler, ErrorHandler];
  /** Call with the server that `app.listen` returns. Responds to requests that are not valid HTTP. */
  readonly guard: (server: Server) => void;
}

/**
 * Creates the Express middleware that responds to every failure of an application with the envelope: thrown scenarios, unknown
 * paths, errors of Express and its body parsers, and unexpected errors. Supports Express 4 and 5.
 */
export function contractMiddleware({ onUnexpected }: ContractMiddlewareOptions): ContractMiddleware {
  const answerUnknownPath: Handler = (_request, response) => answer(routeNotFound(), response);
  // Express recognizes an error handler by its four parameters.
  const answerError: ErrorHandler = (error, request, response, next) => {
    // Too late to respond, or a status outside the contract: leave it to Express.
    if (response.headersSent || isLeftAlone(error)) return next(error);
    const failure = foreseenFailure(error);
    answer(failure ?? internalError(), response);
    if (failure === undefined) onUnexpected(error, request);
  };
  return { first: giveId, last: [answerUnknownPath, answerError], guard };
}

const giveId: Handler = (request, response, next) => {
  response.setHeader(REQUEST_ID, idOf(request));
  next();
};

function guard(server: Server): void {
  answerProtocolEvents(server);
  server.on('clientError', answerParserError);
}

function answer(failure: ScenarioFailure, response: ServerResponse): void {
  const body = JSON.stringify(toEnvelope(failure));
  for (const name of HEADERS_OF_ANOTHER_BODY) response.removeHeader(name);
  response.statusCode = failure.status;
  response.setHeaders(new Map(Object.entries(answerHeaders(failure))));
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}

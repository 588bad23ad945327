import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { routeNotFound } from '../../contract/index.ts';
import { answerParserError, answerProtocolEvents, idOf, REQUEST_ID } from '../../error-responses/index.ts';
import { report } from '../answer/report.ts';
import { answerError } from './answer-error.ts';
import { catchEveryThrow } from './catch-every-throw.ts';
import { replaceLastHandler } from './replace-last-handler.ts';

// Express ships no types, and its requests and responses are Node's. So these types work for every version, without importing
// it.
type Next = (error?: unknown) => void;
type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;
type ErrorHandler = (error: unknown, request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Options of the middleware. */
export interface ContractMiddlewareOptions {
  /**
   * Receives the cause of every `internalError`, which the response does not reveal, and of every response that was cut off.
   * Required because Express has no logger.
   */
  readonly onUnexpected: (error: unknown, request: IncomingMessage) => void;
}

/** The parts of the middleware, by where they are installed. */
export interface ContractMiddleware {
  /** Pass to `app.use` before everything else. Gives each request a unique id, or keeps the one its caller sent. */
  readonly first: Handler;
  /** Pass to `app.use` after everything else. Responds to unknown paths and to every error. */
  readonly last: readonly [Handler, ErrorHandler];
  /**
   * Call with the server that `app.listen` returns. Responds to requests that are not valid HTTP, and wherever Express's own
   * last handler would respond.
   */
  readonly guard: (server: Server) => void;
}

/**
 * Creates the Express middleware that responds to every failure of an application with the envelope: thrown scenarios, unknown
 * paths, errors of Express and its body parsers, and unexpected errors. Supports Express 4 and 5.
 */
export function contractMiddleware({ onUnexpected }: ContractMiddlewareOptions): ContractMiddleware {
  const fail: ErrorHandler = (error, request, response) => {
    if (answerError(error, request, response)) report(() => onUnexpected(error, request));
  };
  const answerUnknownPath: Handler = (request, response, next) => fail(routeNotFound(), request, response, next);
  // Express recognizes an error handler by its four parameters.
  const answerAnyError: ErrorHandler = (error, request, response, next) => fail(error, request, response, next);
  const guard = (server: Server): void => {
    replaceLastHandler(server, (error, request, response) => {
      // A response that is on its way is not an unknown path.
      if (error || !response.headersSent) fail(error || routeNotFound(), request, response, () => undefined);
    });
    answerProtocolEvents(server);
    server.on('clientError', answerParserError);
  };
  return { first, last: [answerUnknownPath, answerAnyError], guard };
}

const first: Handler = (request, response, next) => {
  catchEveryThrow(request);
  response.setHeader(REQUEST_ID, idOf(request));
  next();
};

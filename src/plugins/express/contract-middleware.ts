import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import type { ScenarioFailure } from '../../contract/index.ts';
import { internalError, routeNotFound, toEnvelope } from '../../contract/index.ts';
import {
  answerHeaders,
  answerParserError,
  answerProtocolEvents,
  REQUEST_ID,
  requestIdOf,
} from '../../error-responses/index.ts';
import { foreseenFailure, isLeftAlone } from '../foreseen-failure.ts';
import { HEADERS_OF_ANOTHER_BODY } from '../headers-of-another-body.ts';

// Express has no types of its own, and its requests and responses are Node's: so nothing of it is needed here, whichever version.
type Next = (error?: unknown) => void;
type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;
type ErrorHandler = (error: unknown, request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** How the middleware is made. */
export interface ContractMiddlewareOptions {
  /** Takes the cause of every answer that gives nothing away. Express has no log, so that somebody has to. */
  readonly onUnexpected: (error: unknown, request: IncomingMessage) => void;
}

/** The middleware that keeps the contract, by where it goes. */
export interface ContractMiddleware {
  /** `app.use` it before everything else: each request has an id that nobody else has, or the one that its caller gave it. */
  readonly first: Handler;
  /** `app.use` it after everything else: it answers unknown paths, and every error. */
  readonly last: readonly [Handler, ErrorHandler];
  /** Give it the server that `app.listen` gives: it answers requests that are no good HTTP. */
  readonly guard: (server: Server) => void;
}

/**
 * Makes the Express middleware that answers every failure of an application in the envelope: scenarios that were thrown, unknown
 * paths, Express's own errors and those of its body parsers, and whatever nobody foresaw. For Express 4 and 5.
 */
export function contractMiddleware({ onUnexpected }: ContractMiddlewareOptions): ContractMiddleware {
  const answerUnknownPath: Handler = (_request, response) => answer(routeNotFound(), response);
  // Express knows an error handler by its four parameters.
  const answerError: ErrorHandler = (error, request, response, next) => {
    // Too late, or none of the contract's: Express ends it as it did before.
    if (response.headersSent || isLeftAlone(error)) return next(error);
    const failure = foreseenFailure(error);
    answer(failure ?? internalError(), response);
    if (failure === undefined) onUnexpected(error, request);
  };
  return { first: giveId, last: [answerUnknownPath, answerError], guard };
}

const giveId: Handler = (request, response, next) => {
  response.setHeader(REQUEST_ID, requestIdOf(request.headers[REQUEST_ID]));
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

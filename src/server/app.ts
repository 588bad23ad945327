import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';

import { fail, toEnvelope } from '../contract/index.ts';
import {
  answerHeaders,
  answerParserError,
  answerProtocolEvents,
  REQUEST_ID,
  requestIdOf,
  routeNotFound,
} from '../http/index.ts';
import { BODY_LIMIT } from './body.ts';
import { failureOf } from './failure-of.ts';
import { routablePath } from './request-path.ts';
import type { RouteContext } from './routes.ts';
import { addRoutes } from './routes.ts';

/** How long a request may take to arrive, in milliseconds. */
export interface Timeouts {
  readonly headers: number;
  readonly request: number;
}

/** The HTTP application: Fastify, taught to answer everything in the contract's own way. */
export function createApp(context: RouteContext, timeouts: Timeouts): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    clientErrorHandler: answerParserError,
    frameworkErrors: (error, request, reply) => answerError(error, request, reply, context),
    genReqId: (request) => requestIdOf(request.headers[REQUEST_ID]),
    // Open requests get their answer while the server closes.
    return503OnClosing: false,
    requestTimeout: timeouts.request,
    rewriteUrl: (request) => routablePath(request.url ?? ''),
    routerOptions: {
      // No parameter is too long: headers and target together are limited by Node, and an id of any length is not found.
      maxParamLength: Number.MAX_SAFE_INTEGER,
      // The query is read from the target where it is needed.
      querystringParser: () => ({}),
    },
    http: {
      connectionsCheckingInterval: timeouts.headers / 10,
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      // Node would answer without a body; the hook below answers with one.
      requireHostHeader: false,
    },
  });
  answerProtocolEvents(app.server);
  app.removeAllContentTypeParsers();
  // Bytes are bytes here; the operations that take a body read it.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => body);
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, context));
  app.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID, request.id);
    if (!hasHost(request)) throw fail('badRequest', { message: 'Header Host must be given, once' });
    // Before its body is read.
    if (request.is404) throw routeNotFound();
  });
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    // Without the charset that Fastify adds: RFC 8259 (section 11) defines none.
    if (typeof payload === 'string') reply.header('content-type', 'application/json');
    // A connection that stayed open would keep the server from closing.
    if (closing || !hasHost(request)) reply.header('connection', 'close');
    return payload;
  });
  addRoutes(app, context);
  return app;
}

/** The one place where a failure becomes an answer. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, { log }: RouteContext): void {
  const failure = failureOf(error, request.id, log);
  reply.header(REQUEST_ID, request.id);
  // Fastify closes the connection while a body that is too large still comes, and the reset could overtake the answer. Left
  // open, Node reads the rest and throws it away, for as long as a request may take.
  if (reply.hasHeader('connection')) reply.removeHeader('connection');
  reply.headers(answerHeaders(failure)).code(failure.status).send(toEnvelope(failure));
}

/** RFC 9112 (section 3.2): an HTTP/1.1 request without Host, or with two, is answered with 400. */
function hasHost({ raw }: FastifyRequest): boolean {
  const hosts = raw.headersDistinct.host ?? [];
  return hosts.length === 1 || (hosts.length === 0 && raw.httpVersion === '1.0');
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';

import { contract, fail, routeNotFound, toEnvelope } from '../contract/index.ts';
import {
  answerHeaders,
  answerParserError,
  answerProtocolEvents,
  idOf,
  isLastRead,
  REQUEST_ID,
} from '../error-responses/index.ts';
import { drain } from './drain.ts';
import { failureOf } from './failure-of.ts';
import { addHealth } from './health/health.ts';
import { logRawAnswer, logWhenOver, note } from './log/request-log.ts';
import { headerValues } from './request/header-values.ts';
import { routablePath } from './request/request-path.ts';
import type { RouteContext } from './routes.ts';
import { addRoutes } from './routes.ts';

/** How long things may take, in milliseconds. */
export interface Timeouts {
  /** Until the headers of a request are there. */
  readonly headers: number;
  /** Until all of it is. */
  readonly request: number;
  /** Until the database answers, for the server to be ready. */
  readonly ready: number;
  /** For which the connections that clients keep stay open when the server closes. */
  readonly drain: number;
}

/** The HTTP application: Fastify, taught to answer everything in the contract's own way. */
export function createApp(context: RouteContext, timeouts: Timeouts): FastifyInstance {
  const { logRequest } = context;
  const rawAnswering = { onAnswer: logRequest === undefined ? undefined : logRawAnswer(logRequest) };
  const app = fastify({
    bodyLimit: contract.limits.bodyBytes,
    clientErrorHandler: (error, socket) => answerParserError(error, socket, rawAnswering),
    frameworkErrors: (error, request, reply) => answerError(error, request, reply, context),
    genReqId: idOf,
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
  answerProtocolEvents(app.server, rawAnswering);
  // Node would overlook the headers after the two thousandth; they are limited by their length.
  app.server.maxHeadersCount = 0;
  // A client that has nothing more to say still listens (RFC 9112, section 9.6); Node would end the connection before the answer.
  Object.assign(app.server, { httpAllowHalfOpen: true });
  app.removeAllContentTypeParsers();
  // Bytes are bytes here; the operations that take a body read it.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => body);
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, context));
  // These hooks call back, as they have nothing to wait for: promises would be a tenth of the work of many an answer.
  app.addHook('onRequest', (request, reply, done) => {
    if (logRequest !== undefined) logWhenOver(request, reply, logRequest);
    reply.header(REQUEST_ID, request.id);
    if (!hasHost(request)) done(fail('badRequest', { message: 'Header Host must be given once, and name a host' }));
    // Before its body is read.
    else if (request.is404) done(routeNotFound());
    else done();
  });
  // All requests that come in one turn of the event loop are read before any is carried out: to go to and fro between the two makes
  // both dearer (docs/decisions/0015-read-first-then-carry-out.md).
  app.addHook('preHandler', (_request, _reply, done) => void setImmediate(done));
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
    await drain(app.server, timeouts.drain);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    // Without the charset that Fastify adds: RFC 8259 (section 11) defines none.
    if (typeof payload === 'string') reply.header('content-type', contract.envelope.mediaType);
    // A connection that stayed open would keep the server from closing; but what was read of it besides is carried out, and must
    // be answered, which Fastify does not think of.
    const isLast = closing && isLastRead(request.raw);
    if (closing && !isLast) reply.raw.removeHeader('connection');
    // What was sent behind an upgrade that did not come about, Node throws away: nobody must wait for its answer.
    const isWithoutHost = reply.statusCode === HOST_STATUS && !hasHost(request);
    if (isLast || isWithoutHost || request.headers.upgrade !== undefined) reply.header('connection', 'close');
    done(null, payload);
  });
  addRoutes(app, context);
  addHealth(app, context, { isClosing: () => closing, timeout: timeouts.ready });
  return app;
}

/** What a request without a proper Host is answered with; no other needs to be looked at twice. */
const HOST_STATUS = contract.scenarios.badRequest.status;

/** The one place where a failure becomes an answer. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, { log }: RouteContext): void {
  const failure = failureOf(error, request.id, log);
  note(request.raw, { failure });
  reply.header(REQUEST_ID, request.id);
  // Fastify closes the connection while a body that is too large still comes, and the reset could overtake the answer. Left
  // open, Node reads the rest and throws it away, for as long as a request may take.
  if (reply.hasHeader('connection')) reply.removeHeader('connection');
  reply.headers(answerHeaders(failure)).code(failure.status).send(toEnvelope(failure));
}

/** A host and a port as RFC 3986 (section 3.2) writes them: a name, which may be empty, an IPv4 address, or an IPv6 one in brackets. */
const AUTHORITY = /^(\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(:\d*)?$/i;

/** RFC 9112 (section 3.2): an HTTP/1.1 request without Host, with two, or with one that names no host, is answered with 400. */
function hasHost({ raw }: FastifyRequest): boolean {
  const [host, ...others] = headerValues(raw, 'host');
  return host === undefined ? raw.httpVersion === '1.0' : others.length === 0 && AUTHORITY.test(host);
}

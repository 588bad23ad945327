import { setImmediate } from 'node:timers';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';

import { contract, fail, routeNotFound, toEnvelope } from '../contract/index.ts';
import type { RawAnswer } from '../error-responses/index.ts';
import {
  answerHeaders,
  answerParserError,
  answerProtocolEvents,
  idOf,
  isLastRead,
  REQUEST_ID,
} from '../error-responses/index.ts';
import type { Cors } from './cors.ts';
import { isPreflight } from './cors.ts';
import { disturbAnswers } from './development/disturb-answers.ts';
import { drain } from './drain.ts';
import { failureOf } from './failure-of.ts';
import { addHealth } from './health/health.ts';
import { placeOf } from './log/place-of.ts';
import { markSpan } from './observation/mark-span.ts';
import { note } from './observation/notes.ts';
import type { RequestObserver } from './observation/request-observer.ts';
import { purposeOf } from './observation/request-observer.ts';
import type { RateLimit } from './rate-limit/rate-limit.ts';
import { TOO_MANY_REQUESTS } from './rate-limit/rate-limit.ts';
import { headerValues } from './request/header-values.ts';
import { routablePath } from './request/request-path.ts';
import type { RouteContext } from './routes.ts';
import { addRoutes } from './routes.ts';

/** How long things may take, in milliseconds. */
export interface Timeouts {
  /** Until the headers of a request have arrived. */
  readonly headers: number;
  /** Until the whole request has arrived. */
  readonly request: number;
  /** How long a client can leave a response unread before it is disconnected. */
  readonly unread: number;
  /** Until the database responds to a readiness check. */
  readonly ready: number;
  /** How long keep-alive connections stay open after the server starts to close. */
  readonly drain: number;
}

/** What is added to the API; each is left out if it is `undefined`. */
export interface Additions {
  readonly cors: Cors | undefined;
  readonly observer: RequestObserver | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/** Creates the HTTP application: Fastify, configured so that every error response follows the contract. */
export function createApp(
  context: RouteContext,
  timeouts: Timeouts,
  { cors, observer, rateLimit }: Additions,
): FastifyInstance {
  const rawAnswering = {
    onAnswer: observer === undefined ? undefined : (answer: RawAnswer) => observer.answeredRaw(answer),
    ...(cors === undefined ? {} : { headers: cors.rawHeaders }),
  };
  const app = fastify({
    bodyLimit: contract.limits.bodyBytes,
    // Otherwise, a client that does not read could keep a response in memory forever.
    connectionTimeout: timeouts.unread,
    clientErrorHandler: (error, socket) => answerParserError(error, socket, rawAnswering),
    frameworkErrors: (error, request, reply) => {
      // Fastify runs no hooks for these.
      observer?.follow(request, reply);
      answerError(error, request, reply, context);
    },
    genReqId: idOf,
    // Open requests still get their response while the server closes.
    return503OnClosing: false,
    requestTimeout: timeouts.request,
    rewriteUrl: (request) => routablePath(request.url ?? ''),
    routerOptions: {
      // Unlimited, because Node already limits the target and the headers together, and a long id only matches no record.
      maxParamLength: Number.MAX_SAFE_INTEGER,
      // The operations that need the query read it from the target.
      querystringParser: () => ({}),
    },
    http: {
      connectionsCheckingInterval: timeouts.headers / 10,
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      // Node would respond without a body; the hook below responds with one.
      requireHostHeader: false,
    },
  });
  answerProtocolEvents(app.server, rawAnswering);
  // By default, Node drops headers after the 2,000th. Their total length is limited anyway.
  app.server.maxHeadersCount = 0;
  // A client that has closed its sending side can still read (RFC 9112, section 9.6). Node would close the connection before
  // the response.
  Object.assign(app.server, { httpAllowHalfOpen: true });
  app.removeAllContentTypeParsers();
  // Bodies stay bytes here; the operations that take a body parse it.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => body);
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, context));
  let closing = false;
  app.addHook('onSend', (request, reply, payload, done) => {
    if (cors !== undefined) reply.headers(cors.headers(request.raw));
    // Removes the charset that Fastify adds: RFC 8259 (section 11) defines none.
    if (typeof payload === 'string') reply.header('content-type', contract.envelope.mediaType);
    // An open connection would keep the server from closing, so Fastify closes it. But other requests that were already read
    // from it are carried out and need their responses first.
    const isLast = closing && isLastRead(request.raw);
    if (closing && !isLast) reply.raw.removeHeader('connection');
    // Node discards whatever follows a request for an upgrade, so later requests on the connection would get no response.
    const isWithoutHost = reply.statusCode === HOST_STATUS && !hasHost(request);
    if (isLast || isWithoutHost || request.headers.upgrade !== undefined) reply.header('connection', 'close');
    done(null, payload);
  });
  // After the hook that writes the headers: a page can read what looks like a gateway's response only with those of CORS.
  if (context.development !== undefined) disturbAnswers(app);
  // These hooks use callbacks because they await nothing: for many responses, promises would be a tenth of the work.
  app.addHook('onRequest', (request, reply, done) => {
    observer?.follow(request, reply);
    reply.header(REQUEST_ID, request.id);
    const asksFor = cors !== undefined && isPreflight(request.raw) ? cors.preflightHeaders(request.raw) : undefined;
    if (asksFor !== undefined) note(request.raw, 'purpose', 'preflight');
    // Preflights contain no key, and orchestrators must always get the truth about the server's health.
    else if (rateLimit !== undefined && purposeOf(request) !== 'health' && rateLimit.refuses(request.raw, reply))
      return markSpan(String(TOO_MANY_REQUESTS));
    if (!hasHost(request)) done(fail('badRequest', { message: 'Header Host must be sent once, and name a host' }));
    else if (asksFor !== undefined) reply.code(204).headers(asksFor).send();
    // Rejected before its body is read.
    else if (request.is404) done(routeNotFound());
    else done();
  });
  // Reads all requests that arrive in one turn of the event loop before carrying out the first one. Alternating between the two
  // makes both slower (docs/decisions/0015-read-first-then-carry-out.md).
  app.addHook('preHandler', (_request, _reply, done) => void setImmediate(done));
  app.addHook('preClose', async () => {
    closing = true;
    await drain(app.server, timeouts.drain);
  });
  addRoutes(app, context);
  addHealth(app, context, { isClosing: () => closing, timeout: timeouts.ready });
  return app;
}

/** The status of the response to a request without a valid Host. Responses with another status need no second check. */
const HOST_STATUS = contract.scenarios.badRequest.status;

/** Responds to a request with the failure for an error. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, { log }: RouteContext): void {
  const failure = failureOf(error, placeOf(request), log);
  note(request.raw, 'failure', failure);
  markSpan(failure.scenario);
  reply.header(REQUEST_ID, request.id);
  // Fastify closes the connection while a body that is too large is still arriving, and the reset could overtake the response.
  // If the connection stays open, Node reads and discards the rest, until the request times out.
  if (reply.hasHeader('connection')) reply.removeHeader('connection');
  reply.headers(answerHeaders(failure)).code(failure.status).send(toEnvelope(failure));
}

/** Host and port (RFC 3986, section 3.2). The host is a name, which may be empty, an IPv4 address, or an IPv6 address in brackets. */
const AUTHORITY = /^(\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(:\d*)?$/i;

/** Whether a request has a valid Host. RFC 9112 (section 3.2) requires 400 if an HTTP/1.1 request has none, two, or an invalid one. */
function hasHost({ raw }: FastifyRequest): boolean {
  const [host, ...others] = headerValues(raw, 'host');
  return host === undefined ? raw.httpVersion === '1.0' : others.length === 0 && AUTHORITY.test(host);
}

import type { FastifyReply, FastifyRequest } from 'fastify';

import { REQUEST_ID } from '../../error-responses/index.ts';
import type { Answer } from '../answer/answer-for.ts';
import { answerFor } from '../answer/answer-for.ts';
import { isAboutAnotherBody } from '../answer/is-about-another-body.ts';
import { report } from '../answer/report.ts';
import { sendDirectly } from '../answer/send-directly.ts';
import { failureOfSchema } from './failure-of-schema.ts';

/** Receives the cause of an `internalError`, which the response does not reveal. */
export type OnUnexpected = (error: unknown, request: FastifyRequest) => void;

/** Responds to an error from any source. The only place where the plugin turns a failure into a response. Never throws. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  onUnexpected: OnUnexpected = logCause,
): void {
  answerFailure(error, request, reply, onUnexpected, (answer) => {
    const { send } = reply;
    // The headers as they are now: Fastify's default error handler would add those that the error names.
    const headers = reply.getHeaders();
    const sendAtOnce = (another: unknown): void => {
      if (reply.sent) return;
      answerFailure(another, request, reply, onUnexpected, (last) => {
        reply.hijack();
        sendDirectly(reply.raw, last, headers);
      });
    };
    // If a hook fails while this response is sent, Fastify's default error handler sends the text of its error. It uses this
    // method of the reply.
    reply.send = (another?: unknown) => {
      sendAtOnce(another);
      return reply;
    };
    try {
      removeWhatIsAboutAnotherBody(reply);
      reply.code(answer.status).headers(answer.headers);
      // Sent as bytes: Fastify would add a charset to text, and would serialize an object with the response schema of the route.
      send.call(reply, Buffer.from(answer.body));
    } catch (another) {
      // A header that the application set is not valid, or the response has already begun.
      sendAtOnce(another);
    }
  });
}

function answerFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  onUnexpected: OnUnexpected,
  send: (answer: Answer) => void,
): void {
  const { headers, body } = request;
  const { bodyLimit } = request.routeOptions;
  const hasRetryAfter = reply.hasHeader('retry-after');
  const answer = answerFor(error, { url: request.raw.url, headers, body, bodyLimit, hasRetryAfter }, (each) =>
    failureOfSchema(each, request),
  );
  send({ ...answer, headers: { ...answer.headers, [REQUEST_ID]: request.id } });
  if (answer.isUnexpected) report(() => onUnexpected(error, request));
}

function removeWhatIsAboutAnotherBody(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (isAboutAnotherBody(name, value)) reply.removeHeader(name);
  // Fastify can remove a trailer only by its name, and does not list the names.
  const trailers = Object.getOwnPropertySymbols(reply).find(
    ({ description }) => description === 'fastify.reply.trailers',
  );
  if (trailers !== undefined) Reflect.set(reply, trailers, null);
  // Node then sends the text of the status code.
  reply.raw.statusMessage = '';
}

/** Logs an error the way Fastify logs an unhandled one. */
function logCause(error: unknown, { log }: FastifyRequest): void {
  log.error({ err: error });
}

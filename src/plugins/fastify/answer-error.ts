import type { FastifyReply, FastifyRequest } from 'fastify';

import type { ScenarioFailure } from '../../contract/index.ts';
import { internalError, toEnvelope } from '../../contract/index.ts';
import { answerHeaders, REQUEST_ID } from '../../error-responses/index.ts';
import { foreseenFailure, isLeftAlone } from '../foreseen-failure.ts';
import { HEADERS_OF_ANOTHER_BODY } from '../headers-of-another-body.ts';
import { failureOfSchema } from './failure-of-schema.ts';

/** Receives the cause of an `internalError`, which the response does not reveal. */
export type OnUnexpected = (error: unknown, request: FastifyRequest) => void;

/** Responds to an error from any source. The only place where the plugin turns a failure into a response. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  onUnexpected: OnUnexpected = logCause,
): void {
  // Leaves the response to Fastify's default handler.
  if (isLeftAlone(error)) throw error;
  const failure = failureOfSchema(error, request) ?? foreseenFailure(error, request.routeOptions.bodyLimit);
  answerFailure(failure ?? internalError(), request, reply);
  if (failure === undefined) onUnexpected(error, request);
}

function answerFailure(failure: ScenarioFailure, request: FastifyRequest, reply: FastifyReply): void {
  for (const name of HEADERS_OF_ANOTHER_BODY) reply.removeHeader(name);
  reply
    .code(failure.status)
    .headers({ ...answerHeaders(failure), [REQUEST_ID]: request.id })
    // Sent as bytes: Fastify would add a charset to text, and would serialize an object with the response schema of the route.
    .send(Buffer.from(JSON.stringify(toEnvelope(failure))));
}

/** Logs an error the way Fastify logs an unhandled one. */
function logCause(error: unknown, { log }: FastifyRequest): void {
  log.error({ err: error });
}

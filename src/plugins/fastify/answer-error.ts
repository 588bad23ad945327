import type { FastifyReply, FastifyRequest } from 'fastify';

import type { ScenarioFailure } from '../../contract/index.ts';
import { internalError, toEnvelope } from '../../contract/index.ts';
import { answerHeaders, REQUEST_ID } from '../../error-responses/index.ts';
import { foreseenFailure, isLeftAlone } from '../foreseen-failure.ts';
import { HEADERS_OF_ANOTHER_BODY } from '../headers-of-another-body.ts';
import { failureOfSchema } from './failure-of-schema.ts';

/** Takes the cause of an answer that gives nothing away. */
export type OnUnexpected = (error: unknown, request: FastifyRequest) => void;

/** Answers an error, whatever raised it; the plugin's one place where a failure becomes an answer. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  onUnexpected: OnUnexpected = logCause,
): void {
  // Fastify answers it as it did before.
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
    // As bytes: Fastify adds a charset to text, and the response schema of a route was made for its own answers.
    .send(Buffer.from(JSON.stringify(toEnvelope(failure))));
}

/** As Fastify itself logs an error that nobody handles. */
function logCause(error: unknown, { log }: FastifyRequest): void {
  log.error({ err: error });
}

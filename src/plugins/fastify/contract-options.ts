import type { FastifyServerOptions } from 'fastify';

import { answerParserError, REQUEST_ID, requestIdOf } from '../../error-responses/index.ts';
import { answerError } from './answer-error.ts';

/**
 * What a Fastify application has to be made with, because a plugin comes too late for it: `fastify({ ...contractOptions, logger })`.
 * Requests that are no good HTTP, or whose path is malformed, are answered in the envelope; schemas name every field that is wrong,
 * and one that is unknown; each request has an id that nobody else has, or the one that its caller gave it.
 */
export const contractOptions = {
  ajv: { customOptions: { allErrors: true, removeAdditional: false } },
  clientErrorHandler: answerParserError,
  frameworkErrors: (error, request, reply) => answerError(error, request, reply),
  genReqId: (request) => requestIdOf(request.headers[REQUEST_ID]),
  // Requests that are open while the application closes get their answer.
  return503OnClosing: false,
} satisfies FastifyServerOptions;

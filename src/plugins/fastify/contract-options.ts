import type { FastifyServerOptions } from 'fastify';

import { answerParserError, idOf } from '../../error-responses/index.ts';
import { answerError } from './answer-error.ts';

/**
 * The options that a Fastify application must be created with, because a plugin cannot set them:
 * `fastify({ ...contractOptions, logger })`.
 *
 * Requests that are not valid HTTP or have a malformed path get the envelope. Schema errors name every invalid field, including
 * unknown ones. Each request gets a unique id, or keeps the one its caller sent.
 */
export const contractOptions = {
  // Not `array`, which is the default: a list with one item is not a value.
  ajv: { customOptions: { allErrors: true, removeAdditional: false, coerceTypes: true } },
  clientErrorHandler: answerParserError,
  frameworkErrors: (error, request, reply) => answerError(error, request, reply),
  genReqId: idOf,
  // An id of any length is looked up. Node limits the length of the path.
  routerOptions: { maxParamLength: Number.MAX_SAFE_INTEGER },
  // Requests that arrive while the application closes still get their response.
  return503OnClosing: false,
} satisfies FastifyServerOptions;

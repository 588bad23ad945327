import type { FastifyRequest } from 'fastify';

import type { RequestPlace } from './log.ts';

/** Returns what the log says about a request that failed unexpectedly. */
export function placeOf(request: FastifyRequest): RequestPlace {
  return { requestId: request.id, method: request.method, route: request.routeOptions.url };
}

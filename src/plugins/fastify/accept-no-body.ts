import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Methods whose requests must have a body if they have a content type. */
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'QUERY']);

/**
 * Accepts requests of other methods, such as DELETE, that name a content type and have no body, as the published API does. Many
 * clients send the same headers with every request. Fastify would respond that the body is empty.
 */
export function acceptNoBody(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, next) => {
    if (mayHaveNoBody(request) && !isChunked(request) && !Number(request.headers['content-length']))
      forgetBody(request);
    next();
  });
  app.addHook('preParsing', (request, _reply, payload, next) => {
    if (!mayHaveNoBody(request) || !isChunked(request)) return next(null, payload);
    // Only its first chunk shows whether a chunked body is empty.
    payload.once('readable', () => {
      const chunk: unknown = payload.read();
      if (chunk === null) forgetBody(request);
      else payload.unshift(chunk);
      next(null, payload);
    });
  });
}

function mayHaveNoBody({ method, headers }: FastifyRequest): boolean {
  return !WITH_BODY.has(method) && headers['content-type'] !== undefined;
}

function isChunked({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined;
}

/** Without these headers, Fastify does not look for a parser. */
function forgetBody({ raw }: FastifyRequest): void {
  delete raw.headers['content-type'];
  delete raw.headers['transfer-encoding'];
}

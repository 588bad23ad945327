import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Responds to a request that an application passed on: with an error, or because no handler responded. */
export type LastHandler = (error: unknown, request: IncomingMessage, response: ServerResponse) => void;

/**
 * Responds where Express's own last handler would: after `next('router')` in the application, and if the last middleware is
 * missing or failed. Express uses its own, which writes HTML, only if it is not called with another, as an application that is
 * mounted in another is.
 */
export function replaceLastHandler(server: Server, last: LastHandler): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  for (const listener of listeners) {
    server.on('request', (request, response) => {
      const next = (error?: unknown): void => last(error, request, response);
      Reflect.apply(listener, server, isApplication(listener) ? [request, response, next] : [request, response]);
    });
  }
}

/** Applications of Express and Connect have a method that takes a request and a last handler. */
function isApplication(listener: object): boolean {
  return 'handle' in listener && typeof listener.handle === 'function';
}

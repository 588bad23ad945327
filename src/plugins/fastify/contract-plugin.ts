import { routeNotFound } from '../../contract/index.ts';
import type { FastifyPluginCallback } from 'fastify';

import { answerProtocolEvents, REQUEST_ID } from '../../error-responses/index.ts';
import type { OnUnexpected } from './answer-error.ts';
import { acceptNoBody } from './accept-no-body.ts';
import { answerError } from './answer-error.ts';
import { catchEveryThrow } from './catch-every-throw.ts';

/** Options of the plugin. */
export interface ContractPluginOptions {
  /** Receives the cause of every `internalError`, which the response does not reveal. Defaults to the request's logger. */
  readonly onUnexpected?: OnUnexpected;
}

const keepContract: FastifyPluginCallback<ContractPluginOptions> = (app, { onUnexpected }, done) => {
  answerProtocolEvents(app.server);
  catchEveryThrow(app);
  acceptNoBody(app);
  app.addHook('onRequest', (request, reply, next) => {
    reply.header(REQUEST_ID, request.id);
    next();
  });
  app.setErrorHandler<unknown>((error, request, reply) => answerError(error, request, reply, onUnexpected));
  app.setNotFoundHandler((request, reply) => answerError(routeNotFound(), request, reply, onUnexpected));
  done();
};

/**
 * The Fastify plugin that responds to every failure of an application with the envelope: thrown scenarios, unknown paths,
 * requests that a route's schema rejects, Fastify's own errors, and unexpected errors. Register it once, on the root
 * application, and create that with `contractOptions`.
 */
export const contractPlugin: FastifyPluginCallback<ContractPluginOptions> = Object.assign(keepContract, {
  // Set as the package fastify-plugin does, so that the handlers apply to the whole application and not to a child scope.
  [Symbol.for('skip-override')]: true,
  [Symbol.for('fastify.display-name')]: 'workspace-api-plugins',
  [Symbol.for('plugin-meta')]: { name: 'workspace-api-plugins', fastify: '5.x' },
});

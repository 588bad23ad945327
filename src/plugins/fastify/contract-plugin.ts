import { routeNotFound } from '../../contract/index.ts';
import type { FastifyPluginCallback } from 'fastify';

import { answerProtocolEvents, REQUEST_ID } from '../../error-responses/index.ts';
import type { OnUnexpected } from './answer-error.ts';
import { answerError } from './answer-error.ts';

/** How the plugin is registered. */
export interface ContractPluginOptions {
  /** Takes the cause of every answer that gives nothing away; the request's own log by default. */
  readonly onUnexpected?: OnUnexpected;
}

const keepContract: FastifyPluginCallback<ContractPluginOptions> = (app, { onUnexpected }, done) => {
  answerProtocolEvents(app.server);
  app.addHook('onRequest', (request, reply, next) => {
    reply.header(REQUEST_ID, request.id);
    next();
  });
  app.setErrorHandler<unknown>((error, request, reply) => answerError(error, request, reply, onUnexpected));
  app.setNotFoundHandler((request, reply) => answerError(routeNotFound(), request, reply, onUnexpected));
  done();
};

/**
 * The Fastify plugin that answers every failure of an application in the envelope: scenarios that were thrown, unknown paths, what
 * the schemas of routes refuse, Fastify's own errors, and whatever nobody foresaw. Register it once, on the application itself, and
 * make that with `contractOptions`.
 */
export const contractPlugin: FastifyPluginCallback<ContractPluginOptions> = Object.assign(keepContract, {
  // What the package fastify-plugin would set: the handlers are the application's own, not those of a scope below it.
  [Symbol.for('skip-override')]: true,
  [Symbol.for('fastify.display-name')]: 'workspace-api-contract',
  [Symbol.for('plugin-meta')]: { name: 'workspace-api-contract', fastify: '5.x' },
});

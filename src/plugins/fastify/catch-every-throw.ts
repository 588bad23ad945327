import { types } from 'node:util';

import type { FastifyInstance } from 'fastify';

import { catchThrown } from '../answer/catch-thrown.ts';

/** The hooks whose errors become a response. */
const HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization', 'onSend'];

/**
 * Makes Fastify see every value that a hook or an error handler throws. It takes a hook that throws `undefined` or `null`
 * synchronously for one that succeeded: a `throw undefined` in a hook that checks keys would let the request pass. And it takes a
 * value that is not an error and that an error handler throws for the body of the response.
 */
export function catchEveryThrow(app: FastifyInstance): void {
  catchThrowsOfHooks(app);
  catchThrowsOfErrorHandlers(app);
  app.addHook('onRoute', (route) => {
    if (route.errorHandler) Reflect.set(route, 'errorHandler', safeErrorHandler(route.errorHandler));
  });
}

/**
 * Fastify has no public way to change the hooks of routes that were added before a plugin is loaded. It keeps the hooks of a scope
 * in arrays, copies them for each inner scope, and appends those of a route. If a later version does not, this has no effect.
 */
function catchThrowsOfHooks(app: FastifyInstance): void {
  const symbol = Object.getOwnPropertySymbols(app).find(({ description }) => description === 'fastify.hooks');
  const hooks: unknown = symbol === undefined ? undefined : Reflect.get(app, symbol);
  if (typeof hooks !== 'object' || hooks === null) return;
  for (const name of HOOKS) {
    const present: unknown = Reflect.get(hooks, name);
    if (Array.isArray(present)) Reflect.set(hooks, name, SafeHooks.from(present));
  }
}

/** Hooks that are made safe when they are joined with those of a route. A copy is of this class, too. */
class SafeHooks extends Array<unknown> {
  override concat(...others: readonly unknown[]): unknown[] {
    return super.concat(...others).map((hook) => (typeof hook === 'function' ? catchThrown(hook, isNothing) : hook));
  }
}

function isNothing(thrown: unknown): boolean {
  return thrown === undefined || thrown === null;
}

/** Replaces the method with which scopes, which inherit it, set their error handler. */
function catchThrowsOfErrorHandlers(app: FastifyInstance): void {
  const { setErrorHandler } = app;
  Reflect.set(app, 'setErrorHandler', function (this: FastifyInstance, handler: unknown) {
    const safe = typeof handler === 'function' ? safeErrorHandler(handler) : handler;
    return Reflect.apply(setErrorHandler, this, [safe]);
  });
}

function safeErrorHandler(handler: Function): unknown {
  return catchThrown(handler, (thrown) => !types.isNativeError(thrown) && !(thrown instanceof Error));
}

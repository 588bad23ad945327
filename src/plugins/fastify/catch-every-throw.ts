import { types } from 'node:util';

import type { FastifyInstance } from 'fastify';

import { isObject } from '../../contract/index.ts';
import { catchThrown } from '../answer/catch-thrown.ts';

/** The hooks whose errors become a response. */
const HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization', 'onSend'];

/**
 * Makes Fastify see every value that a hook, a parser of bodies or an error handler throws. It takes a hook that throws `undefined`
 * or `null` synchronously, or a parser that does, for one that succeeded: a `throw undefined` in a hook that checks keys, or in a
 * parser that checks signatures, would let the request pass. And it takes a value that is not an error and that an error handler
 * throws for the body of the response.
 */
export function catchEveryThrow(app: FastifyInstance): void {
  catchThrowsOfHooks(app);
  catchThrowsOfParsers(app);
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
  const hooks = internal(app, 'fastify.hooks');
  if (hooks === undefined) return;
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

/** The prototypes whose method was replaced. */
const changed = new WeakSet<object>();

/**
 * Replaces the method with which Fastify finds a parser, because parsers can be added before this plugin is loaded and to any scope.
 * All applications share it.
 */
function catchThrowsOfParsers(app: FastifyInstance): void {
  const prototype: unknown = Object.getPrototypeOf(internal(app, 'fastify.contentTypeParser') ?? null);
  if (!isObject(prototype) || changed.has(prototype)) return;
  changed.add(prototype);
  const { getParser } = prototype;
  if (typeof getParser !== 'function') return;
  prototype.getParser = function (this: unknown, ...values: readonly unknown[]): unknown {
    const parser: unknown = Reflect.apply(getParser, this, values);
    return isObject(parser) ? safeParser(parser) : parser;
  };
}

const safeParsers = new WeakMap<object, object>();

/** Returns a parser that differs only in its function. */
function safeParser(parser: Readonly<Record<string, unknown>>): object {
  const known = safeParsers.get(parser);
  if (known !== undefined) return known;
  const { fn } = parser;
  const made = typeof fn === 'function' ? Object.create(parser, { fn: { value: catchThrown(fn, isNothing) } }) : parser;
  safeParsers.set(parser, made);
  return made;
}

/** Returns what Fastify keeps in an application under a symbol that it does not export. */
function internal(app: FastifyInstance, name: string): object | undefined {
  const symbol = Object.getOwnPropertySymbols(app).find(({ description }) => description === name);
  const found: unknown = symbol === undefined ? undefined : Reflect.get(app, symbol);
  return typeof found === 'object' && found !== null ? found : undefined;
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

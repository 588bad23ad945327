import { METHODS } from 'node:http';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { OperationId, ScenarioName } from '../contract/index.ts';
import { contract, fail, routeNotFound } from '../contract/index.ts';
import type { PathParameters } from './admission/admission.ts';
import { admit } from './admission/admission.ts';
import { requireKey } from './admission/api-key.ts';
import type { Development } from './development/development.ts';
import { failureOf } from './failure-of.ts';
import type { Log } from './log/log.ts';
import { placeOf } from './log/place-of.ts';
import { note } from './observation/notes.ts';
import { operationOf } from './operations/index.ts';
import { headerValues } from './request/header-values.ts';
import { readBody, requireJsonHeaders } from './request/body.ts';
import { queryOf } from './request/request-path.ts';
import type { Collection, Store } from './store/store.ts';

/** What the routes depend on. */
export interface RouteContext {
  readonly store: Store;
  readonly faults: boolean;
  readonly now: () => Date;
  readonly log: Log;
  /** `undefined` on a server that is not for development. */
  readonly development: Development | undefined;
}

const WORKSPACE_PATH = `${contract.servers.server.basePath}/:organization/:workspace`;

/** The only fault that can be requested with the contract's fault header. */
const FAULT: ScenarioName = 'internalError';

/** Adds a route for every operation of the contract, and routes that reject all other methods on their paths. */
export function addRoutes(app: FastifyInstance, context: RouteContext): void {
  app.decorateRequest('collection', null);
  for (const operationId of contract.operationIds) addOperation(app, operationId, context);
  for (const method of METHODS) {
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method);
  }
  // A path that ends in a word also matches the path that ends in a parameter, whose rejections cover both.
  const urls = contract.operationIds.map(urlOf).filter((url) => /:\w+$/.test(url));
  for (const url of new Set(urls)) addRefusal(app, url, context);
}

function addOperation(app: FastifyInstance, operationId: OperationId, context: RouteContext): void {
  const { store, faults, now, log, development } = context;
  const { method, write, takesBody, success } = contract.operations[operationId];
  app.route<{ Params: PathParameters }>({
    method,
    url: urlOf(operationId),
    config: { purpose: operationId },
    onRequest: (request, reply, done) => {
      requireSegments(request);
      const summoned = development?.summoned(operationId, request.params, headerValues(request.raw, 'prefer'));
      if (summoned !== undefined) return void reply.code(summoned.status).send(summoned.body);
      // A chain, because a rejected key passes along it to its end, while `await` would throw the failure again.
      requireKey(request.raw, store, request.params, now(), development?.findTestKey)
        .then((key) => {
          note(request.raw, 'key', key);
          return admit({ target: request.originalUrl, path: request.params, write }, key, store);
        })
        .then((collection) => {
          request.setDecorator('collection', collection);
          if (takesBody) requireJsonHeaders(request.raw);
        })
        .then(() => done(), done);
    },
    handler: async (request, reply) => {
      if (faults && request.headers[contract.faultHeader] === FAULT)
        throw new Error(`requested by ${contract.faultHeader}`);
      const answer = await operationOf[operationId]({
        store,
        collection: request.getDecorator<Collection>('collection'),
        id: request.params.id ?? '',
        query: queryOf(request.originalUrl),
        body: takesBody ? readBody(request.body) : undefined,
        failureOf: (error) => failureOf(error, placeOf(request), log),
      });
      reply.code(success);
      return answer;
    },
  });
}

/** Rejects the methods that a path does not support. The contract requires 400 where HTTP would use 405, and 401 without a valid key. */
function addRefusal(app: FastifyInstance, url: string, { store, now, development }: RouteContext): void {
  const supported = app.supportedMethods.filter((method) => app.hasRoute({ method, url }));
  const rejected = app.supportedMethods.filter((method) => !supported.includes(method));
  app.route<{ Params: PathParameters }>({
    method: rejected,
    url,
    onRequest: async (request) => {
      requireSegments(request);
      const key = await requireKey(request.raw, store, request.params, now(), development?.findTestKey);
      note(request.raw, 'key', key);
      throw fail('badRequest', {
        message: `Method ${request.method} is not supported on this path; use one of ${supported.join(', ')}`,
      });
    },
    handler: async () => undefined,
  });
}

/** Rejects empty segments. The router accepts them as parameters, but no path of the contract contains one. */
function requireSegments({ raw, params }: FastifyRequest<{ Params: PathParameters }>): void {
  if (!Object.values(params).includes('')) return;
  note(raw, 'purpose', 'outsideOperations');
  throw routeNotFound();
}

function urlOf(operationId: OperationId): string {
  return WORKSPACE_PATH + contract.operations[operationId].path.replaceAll(/\{(\w+)\}/g, ':$1');
}

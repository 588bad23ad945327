import { METHODS } from 'node:http';

import type { FastifyInstance } from 'fastify';

import type { OperationId, ScenarioName } from '../contract/index.ts';
import { contract, fail, routeNotFound } from '../contract/index.ts';
import type { PathParameters } from './admission/admission.ts';
import { admit } from './admission/admission.ts';
import { requireKey } from './admission/api-key.ts';
import { failureOf } from './failure-of.ts';
import type { Log, RequestLog } from './log/log.ts';
import { note } from './log/request-log.ts';
import { operationOf } from './operations/index.ts';
import { readBody, requireJsonHeaders } from './request/body.ts';
import { queryOf } from './request/request-path.ts';
import type { Collection, Store } from './store/store.ts';

/** What every route works with. */
export interface RouteContext {
  readonly store: Store;
  readonly faults: boolean;
  readonly now: () => Date;
  readonly log: Log;
  /** None where requests are not logged. */
  readonly logRequest: RequestLog | undefined;
}

const WORKSPACE_PATH = `${contract.servers.server.basePath}/:organization/:workspace`;

/** The one fault that the contract's header for it can ask for. */
const FAULT: ScenarioName = 'internalError';

/** Adds a route for every operation of the contract, and one that refuses for every other method of their paths. */
export function addRoutes(app: FastifyInstance, context: RouteContext): void {
  app.decorateRequest('collection', null);
  for (const operationId of contract.operationIds) addOperation(app, operationId, context);
  for (const method of METHODS) {
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method);
  }
  // A path that ends in a word can also be read as one that ends in an id, whose refusals are enough for both.
  const urls = contract.operationIds.map(urlOf).filter((url) => /:\w+$/.test(url));
  for (const url of new Set(urls)) addRefusal(app, url, context);
}

function addOperation(app: FastifyInstance, operationId: OperationId, { store, faults, now, log }: RouteContext): void {
  const { method, write, takesBody, success } = contract.operations[operationId];
  app.route<{ Params: PathParameters }>({
    method,
    url: urlOf(operationId),
    onRequest: (request, _reply, done) => {
      requireSegments(request.params);
      // A chain: what refuses the key goes along it to its end, and `await` would throw it once more.
      requireKey(request.raw, store, request.params, now())
        .then((key) => {
          note(request.raw, { key });
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
        throw new Error(`asked for by ${contract.faultHeader}`);
      const answer = await operationOf[operationId]({
        store,
        collection: request.getDecorator<Collection>('collection'),
        id: request.params.id ?? '',
        query: queryOf(request.originalUrl),
        body: takesBody ? readBody(request.body) : undefined,
        failureOf: (error) => failureOf(error, request.id, log),
      });
      reply.code(success);
      return answer;
    },
  });
}

/** The contract answers 400 where HTTP would answer 405, and a stranger 401. */
function addRefusal(app: FastifyInstance, url: string, { store, now }: RouteContext): void {
  const taken = app.supportedMethods.filter((method) => app.hasRoute({ method, url }));
  const refused = app.supportedMethods.filter((method) => !taken.includes(method));
  app.route<{ Params: PathParameters }>({
    method: refused,
    url,
    onRequest: async (request) => {
      requireSegments(request.params);
      note(request.raw, { key: await requireKey(request.raw, store, request.params, now()) });
      throw fail('badRequest', {
        message: `Method ${request.method} is no operation of this path; it has ${taken.join(', ')}`,
      });
    },
    handler: async () => undefined,
  });
}

/** The router takes an empty segment for a parameter; for the contract it is no path. */
function requireSegments(path: PathParameters): void {
  if (Object.values(path).includes('')) throw routeNotFound();
}

function urlOf(operationId: OperationId): string {
  return WORKSPACE_PATH + contract.operations[operationId].path.replaceAll(/\{(\w+)\}/g, ':$1');
}

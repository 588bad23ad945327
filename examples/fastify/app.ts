import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';

// In your own application, import from 'workspace-api-plugins/fastify'.
import { contractOptions, contractPlugin, fail, validationFailure } from '../../src/plugins/index.ts';
import type { Business } from '../shop/business.ts';
import { shop } from '../shop/business.ts';
import type { Entity } from '../shop/entities.ts';
import type { Query, Shop, Values } from '../shop/shop.ts';
import { eachOf, Shops } from '../shop/shop.ts';

interface Route {
  Params: {
    readonly organization: string;
    readonly workspace: string;
    readonly entityName: string;
    readonly id: string;
  };
  Querystring: Query & { readonly page: number; readonly size: number };
}

/** Returns the shop as a Fastify application. Leave out the contract to see what it changes. */
export function createApp({ contract = true, business = shop } = {}): FastifyInstance {
  const app = fastify(contract ? contractOptions : {});
  if (contract) app.register(contractPlugin);
  app.register(routes, { prefix: '/api/v1/:organization/:workspace', business });
  return app;
}

const routes: FastifyPluginCallback<{ business: Business }> = (app, { business }, done) => {
  const { entities, workspaces, admit } = business;
  const shops = new Shops(entities, workspaces);
  const shopOf = (request: FastifyRequest<Route>): Shop => shops.of(request.params.workspace);

  app.addHook<Route>('onRequest', async ({ method, headers, params }) => {
    admit({ ...params, method, authorization: headers.authorization });
    if (headers['x-fault'] !== undefined) throw new Error('the database is gone');
  });
  for (const entity of entities) addRoutes(app, entity, shopOf);
  for (const url of ['/:entityName', '/:entityName/:id']) {
    app.all<Route>(url, async ({ params: { entityName } }, reply) => {
      if (entities.some(({ name }) => name === entityName)) return reply.callNotFound();
      throw fail('entityNotFound', { entityName });
    });
  }
  done();
};

function addRoutes(app: FastifyInstance, entity: Entity, shopOf: (request: FastifyRequest<Route>) => Shop): void {
  const { name, schemas } = entity;

  app.get<Route>(`/${name}`, { schema: { querystring: pageSchema } }, async (request) => {
    const { page, size } = request.query;
    return shopOf(request).list(entity, request.query, page, size);
  });
  app.post<Route & { Body: Values }>(`/${name}`, { schema: { body: schemas.create } }, async (request, reply) => {
    return reply.code(201).send({ data: shopOf(request).create(entity, request.body) });
  });
  app.get<Route>(`/${name}/:id`, async (request) => {
    return { data: shopOf(request).get(entity, request.params.id, request.query) };
  });
  app.put<Route & { Body: Values }>(`/${name}/:id`, { schema: { body: schemas.update } }, async (request) => {
    return { data: shopOf(request).update(entity, request.params.id, request.body) };
  });
  app.delete<Route>(`/${name}/:id`, async (request, reply) => {
    shopOf(request).remove(entity, request.params.id);
    return reply.code(204).send();
  });

  const url = `/${name}/bulk`;
  app.post<Route & { Body: Values[] }>(url, { schema: { body: batchSchema({ type: 'object' }) } }, async (request) => {
    return eachOf(request.body, (values) => {
      requireValid(request, schemas.create, values);
      shopOf(request).create(entity, values);
    });
  });
  const update = batchSchema({ type: 'object', required: ['id'] });
  app.put<Route & { Body: Values[] }>(url, { schema: { body: update } }, async (request) => {
    return eachOf(request.body, ({ id, ...values }) => {
      requireValid(request, schemas.update, values);
      shopOf(request).update(entity, String(id), values);
    });
  });
  app.delete<Route & { Body: unknown[] }>(url, { schema: { body: batchSchema({}) } }, async (request) => {
    return eachOf(request.body, (id) => shopOf(request).remove(entity, String(id)));
  });
}

const pageSchema = {
  type: 'object',
  properties: {
    page: { type: 'integer', minimum: 0, default: 0 },
    size: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
  },
};

function batchSchema(items: object): object {
  return { type: 'array', minItems: 1, maxItems: 100, items };
}

/** Validates one item of a batch. The schema of the route cannot, because one invalid item must not fail the batch. */
function requireValid(request: FastifyRequest<Route>, schema: object, values: Values): void {
  const validate = request.compileValidationSchema(schema);
  if (!validate(values)) throw validationFailure(validate.errors);
}

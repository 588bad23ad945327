import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Express, Request, Router } from 'express';
import express from 'express';

// In your own application, import from 'workspace-api-plugins/express'.
import type { ContractMiddleware } from '../../src/plugins/index.ts';
import { fail, validationFailure } from '../../src/plugins/index.ts';
import { shop } from '../shop/business.ts';
import type { Entity } from '../shop/entities.ts';
import type { Shop, Values } from '../shop/shop.ts';
import { eachOf, Shops } from '../shop/shop.ts';

/** Returns the shop as an Express application. Leave out the contract to see what it changes. */
export function createApp(contract?: ContractMiddleware): Express {
  const app = express();
  if (contract) app.use(contract.first);
  app.use('/api/v1/:organization/:workspace', routes());
  if (contract) app.use(...contract.last);
  return app;
}

type Parameters = Record<'organization' | 'workspace' | 'entityName' | 'id', string>;

function routes(): Router {
  // Entity names are case-sensitive, but Express ignores the case of paths by default.
  const router = express.Router({ mergeParams: true, caseSensitive: true });
  const { entities, workspaces, admit } = shop;
  const shops = new Shops(entities, workspaces);
  const shopOf = ({ params }: Request<Parameters>): Shop => shops.of(params.workspace);

  router.use((request: Request<Parameters>, _response, next) => {
    admit({ ...request.params, method: request.method, authorization: request.headers.authorization });
    if (request.headers['x-fault'] !== undefined) throw new Error('the database is gone');
    next();
  });
  router.use(express.json());
  for (const entity of entities) addRoutes(router, entity, shopOf);
  router.all(
    ['/:entityName', '/:entityName/:id'],
    ({ params: { entityName } }: Request<Parameters>, _response, next) => {
      if (entities.some(({ name }) => name === entityName)) return next();
      throw fail('entityNotFound', { entityName });
    },
  );
  return router;
}

function addRoutes(router: Router, entity: Entity, shopOf: (request: Request<Parameters>) => Shop): void {
  const { name, schemas } = entity;

  router.get(`/${name}`, (request: Request<Parameters>, response) => {
    const { query } = request;
    const page = wholeNumber(query.page, 'page', { minimum: 0, byDefault: 0 });
    const size = wholeNumber(query.size, 'size', { minimum: 1, maximum: 100, byDefault: 20 });
    response.json(shopOf(request).list(entity, query, page, size));
  });
  router.post(`/${name}`, (request: Request<Parameters>, response) => {
    response.status(201).json({ data: shopOf(request).create(entity, valid(schemas.create, request.body)) });
  });
  router.post(`/${name}/bulk`, (request: Request<Parameters>, response) => {
    const create = (values: unknown) => shopOf(request).create(entity, valid(schemas.create, values));
    response.json(eachOf(batch(request.body), create));
  });
  router.put(`/${name}/bulk`, (request: Request<Parameters>, response) => {
    const update = (item: unknown) => {
      const { id, ...values } = valid(identified, item);
      shopOf(request).update(entity, String(id), valid(schemas.update, values));
    };
    response.json(eachOf(batch(request.body), update));
  });
  router.delete(`/${name}/bulk`, (request: Request<Parameters>, response) => {
    response.json(eachOf(batch(request.body), (id) => shopOf(request).remove(entity, String(id))));
  });

  router.get(`/${name}/:id`, (request: Request<Parameters>, response) => {
    response.json({ data: shopOf(request).get(entity, request.params.id, request.query) });
  });
  router.put(`/${name}/:id`, (request: Request<Parameters>, response) => {
    const values = valid(schemas.update, request.body);
    response.json({ data: shopOf(request).update(entity, request.params.id, values) });
  });
  router.delete(`/${name}/:id`, (request: Request<Parameters>, response) => {
    shopOf(request).remove(entity, request.params.id);
    response.status(204).end();
  });
}

const identified = { type: 'object', required: ['id'] };

const ajv = addFormats.default(new Ajv({ allErrors: true, allowUnionTypes: true }));

function valid(schema: object, values: unknown): Values {
  const validate = ajv.compile<Values>(schema);
  if (validate(values)) return values;
  throw validationFailure(validate.errors);
}

function batch(body: unknown): readonly unknown[] {
  if (Array.isArray(body) && body.length >= 1 && body.length <= 100) return body;
  throw fail('badRequest', { message: 'The body must be a JSON array of 1 to 100 items' });
}

function wholeNumber(
  text: unknown,
  name: string,
  { minimum, maximum = Infinity, byDefault }: { minimum: number; maximum?: number; byDefault: number },
): number {
  if (text === undefined) return byDefault;
  const number = Number(text);
  if (Number.isInteger(number) && number >= minimum && number <= maximum) return number;
  throw fail('badRequest', { message: `Parameter ${name} must be a whole number, ${minimum} or more` });
}

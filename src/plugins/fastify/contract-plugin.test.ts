import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';

import { contractOptions } from './contract-options.ts';
import { contractPlugin } from './contract-plugin.ts';

let app: FastifyInstance;
afterEach(() => app.close());

const schema = {
  body: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, email: { type: 'string', format: 'email' } },
    additionalProperties: false,
  },
  querystring: { type: 'object', properties: { page: { type: 'integer', minimum: 0 } } },
  headers: { type: 'object', properties: { 'X-Team': { type: 'string', maxLength: 3 } } },
  // Written for the route's own responses; it would strip the envelope.
  response: { '4xx': { type: 'object', properties: { only: { type: 'string' } } } },
};

async function start(options: object = contractOptions): Promise<void> {
  app = fastify(options);
  app.register(contractPlugin);
  app.post('/:entityName', { schema }, async () => 'never');
  app.post('/batch', { schema: { body: { type: 'array', items: { type: 'integer' } } } }, async () => 'never');
  await app.listen({ port: 0, host: '127.0.0.1' });
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(app.listeningOrigin + path, { ...init, body: text });
  return [response.status, await response.json()];
}

const badRequest = (message: string) => [400, { error: { code: 'BAD_REQUEST', message } }];

describe('contractPlugin', () => {
  it('responds with every invalid field when the schema of a body rejects it', async () => {
    await start();
    expect(await post('/Customer', { email: 'nope', nmae: 'Jane' })).toEqual([
      422,
      {
        error: {
          code: 'VALIDATION_ERROR',
          message: 'Validation failed: 3 error(s)',
          details: [
            { field: 'name', message: 'name is required' },
            { field: 'nmae', message: 'nmae is not a column of Customer' },
            { field: 'email', message: 'must be a valid email address' },
          ],
        },
      },
    ]);
  });

  it('responds with a bad request that names the value when any other schema rejects it', async () => {
    await start();
    expect(await post('/Customer', [])).toEqual(badRequest('The body must be a JSON object'));
    expect(await post('/batch', [1, 'x'])).toEqual(badRequest('Item 1 must be a whole number'));
    expect(await post('/Customer?page=-1', { name: 'Jane' })).toEqual(badRequest('Parameter page must be at least 0'));
    expect(await post('/Customer', { name: 'Jane' }, { 'x-team': 'sales' })).toEqual(
      badRequest('Header x-team must be at most 3 characters'),
    );
  });

  it('responds when a validator other than Ajv rejects a body', async () => {
    app = fastify(contractOptions);
    app.register(contractPlugin);
    const refuse = () => ({ error: new Error('"name" is secret') });
    app.post('/', { schema: { body: {} }, validatorCompiler: () => refuse }, async () => 'never');
    await app.listen({ port: 0, host: '127.0.0.1' });
    expect(await post('/', {})).toEqual(badRequest('The body is not valid'));
  });

  it('rejects a body of another media type, an empty body, and keys that reach a prototype', async () => {
    await start();
    expect(await post('/Customer', 'x', { 'content-type': 'application/xml' })).toEqual(
      badRequest('Header Content-Type must be application/json'),
    );
    expect(await post('/Customer', '')).toEqual(badRequest('The body is empty; it must be JSON'));
    expect(await post('/Customer', '{"__proto__":{}}')).toMatchObject([400, { error: { code: 'BAD_REQUEST' } }]);
  });

  it('logs the cause of an internal error as Fastify does, without onUnexpected', async () => {
    const lines: string[] = [];
    app = fastify({
      ...contractOptions,
      logger: { level: 'error', stream: { write: (line) => void lines.push(line) } },
    });
    app.register(contractPlugin);
    app.post('/', async () => {
      throw new Error('the database is gone');
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    expect(await post('/', {})).toMatchObject([500, { error: { code: 'INTERNAL_ERROR' } }]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ err: { message: 'the database is gone' } }]);
  });

  it('names only the first field if the application is created without contractOptions', async () => {
    await start({});
    expect(await post('/Customer', { email: 'nope' })).toMatchObject([
      422,
      { error: { details: [{ field: 'name' }] } },
    ]);
  });
});

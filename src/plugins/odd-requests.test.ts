import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';

import { contract } from '../contract/index.ts';
import type { Application, Framework } from './testing/application.ts';
import { frameworks, startExpress, startFastify } from './testing/application.ts';
import { ask } from './testing/ask.ts';

let running: Application;
afterEach(() => running.close());

const starts: Readonly<Record<Framework, () => Promise<Application>>> = {
  fastify: () =>
    startFastify((app) => {
      app.get<{ Params: { id: string } }>('/records/:id', async ({ params }) => params);
      app.delete('/records/:id', async ({ body }) => ({ body }));
      app.post('/records', async ({ body }) => ({ body }));
    }),
  express: () =>
    startExpress((app) => {
      app.use(express.json());
      app.get('/records/:id', ({ params }, response) => void response.json(params));
      app.delete('/records/:id', ({ body }, response) => void response.json({ body }));
      app.post('/records', ({ body }, response) => void response.json({ body }));
    }),
};

describe.each(frameworks)('an application on %s', (framework) => {
  it.each([99, 101, 150, 8000])('looks up an id of %i characters', async (length) => {
    running = await starts[framework]();
    const id = 'x'.repeat(length);
    const { status, text: body } = await ask(running.port, `/records/${id}`);
    expect([status, JSON.parse(body)]).toEqual([200, { id }]);
  });

  it.each([
    ['application/json', {}],
    ['application/json; charset=utf-8', {}],
    ['application/json', { 'content-length': '0' }],
    ['application/json', { 'transfer-encoding': 'chunked' }],
    ['text/plain', {}],
    ['application/xml', {}],
    ['application/xml', { 'transfer-encoding': 'chunked' }],
  ])('accepts a DELETE with the content type %s and no body: %j', async (type, headers) => {
    running = await starts[framework]();
    const { status } = await ask(running.port, '/records/1', {
      method: 'DELETE',
      headers: { 'content-type': type, ...headers },
    });
    expect(status).toBe(200);
    expect(running.causes).toEqual([]);
  });

  it.each([{ 'content-length': '5' }, { 'transfer-encoding': 'chunked' }])(
    'reads the body of a DELETE: %j',
    async (headers) => {
      running = await starts[framework]();
      const question = { method: 'DELETE', headers: { 'content-type': 'application/json', ...headers }, body: '[1,2]' };
      const { status, text: body } = await ask(running.port, '/records/bulk', question);
      expect([status, JSON.parse(body)]).toEqual([200, { body: [1, 2] }]);
    },
  );
});

/** What an application on Express does that ends in Express's own last handler. */
const endings: Readonly<Record<string, (app: express.Express) => void>> = {
  "next('router')": (app) => void app.get('/case', (_request, _response, next) => next('router')),
  "an async next('router')": (app) => void app.get('/case', async (_request, _response, next) => next('router')),
  "next('router') in a middleware": (app) => void app.use((_request, _response, next) => next('router')),
};

describe('an application on express', () => {
  it.each(Object.entries(endings))('responds with the envelope after %s', async (_title, configure) => {
    running = await startExpress(configure);
    const { status, headers, text: body } = await ask(running.port, '/case');
    const message = contract.scenarios.routeNotFound.example;
    expect([status, headers['content-type']]).toEqual([404, 'application/json']);
    expect(JSON.parse(body)).toEqual({ error: { code: 'NOT_FOUND', message } });
  });

  it("goes on after the router that next('router') leaves", async () => {
    running = await startExpress((app) => {
      const router = express.Router();
      router.get('/case', (_request, _response, next) => next('router'));
      router.get('/case', (_request, response) => void response.json('skipped'));
      app.use(router);
      app.get('/case', (_request, _response, next) => next('route'));
      app.get('/case', (_request, response) => void response.json('reached'));
    });
    expect(await ask(running.port, '/case')).toMatchObject({ status: 200, text: '"reached"' });
  });

  it('cuts off a response whose handler fails after its beginning, and reports the cause', async () => {
    const error = new Error('secret');
    running = await startExpress((app) => {
      app.get('/case', (_request, response) => {
        response.write('half');
        throw error;
      });
    });
    const socket = connect(running.port, '127.0.0.1', () => socket.write('GET /case HTTP/1.1\r\nHost: a\r\n\r\n'));
    const received = await text(socket).catch(String);
    expect(received).not.toMatch(/secret|\r\n0\r\n/);
    expect(running.causes).toEqual([error]);
  });

  it('delivers a response whose handler fails after its end, and reports the cause', async () => {
    const error = new Error('secret');
    running = await startExpress((app) => {
      app.get('/case', (_request, response) => {
        response.json('whole');
        throw error;
      });
    });
    expect(await ask(running.port, '/case')).toMatchObject({ status: 200, text: '"whole"' });
    expect(running.causes).toEqual([error]);
  });
});

describe.each(frameworks)('onUnexpected of an application on %s', (framework) => {
  it.each([
    ['throws', () => JSON.parse('{')],
    ['rejects', () => Promise.reject(new Error('secret'))],
  ])('does not change the response if it %s', async (_title, fail) => {
    const start = { fastify: startFastify, express: startExpress }[framework];
    running = await start((app: { get(path: string, handler: () => never): unknown }) => {
      app.get('/case', () => {
        throw new Error('secret');
      });
    });
    running.causes.push = fail;
    for (const path of ['/case', '/case'])
      expect(await ask(running.port, path)).toMatchObject({
        status: 500,
        headers: { 'content-type': 'application/json' },
      });
  });
});

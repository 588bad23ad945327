import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';

import { contract, fail } from '../contract/index.ts';
import type { Application, Framework } from './testing/application.ts';
import { frameworks, startExpress, startFastify } from './testing/application.ts';
import { ask } from './testing/ask.ts';

/** What a handler throws, by the request path. */
const thrown: Readonly<Record<string, () => unknown>> = {
  scenario: () => fail('recordNotFound', { id: '42' }),
  key: () => fail('expiredApiKey'),
  bug: () => new TypeError('Cannot read properties of undefined (reading "password")'),
  text: () => 'no error at all',
};

/** The same small application in both frameworks. */
const starts: Readonly<Record<Framework, () => Promise<Application>>> = {
  fastify: () =>
    startFastify((app) => {
      app.get<{ Params: { name: string } }>('/throw/:name', async ({ params }) => {
        throw thrown[params.name]?.();
      });
      app.post('/echo', async ({ body }) => body);
      app.get<{ Params: { id: string } }>('/records/:id', async ({ params }) => params);
    }),
  express: () =>
    startExpress((app) => {
      app.use(express.json());
      app.get('/throw/:name', ({ params }) => {
        throw thrown[params.name]?.();
      });
      app.post('/echo', ({ body }, response) => void response.json(body));
      app.get('/records/:id', ({ params }, response) => void response.json(params));
    }),
};

describe.each(frameworks)('an application on %s', (framework) => {
  let application: Application;
  beforeAll(async () => {
    application = await starts[framework]();
  });
  afterAll(() => application.close());
  beforeEach(() => void application.causes.splice(0));

  /** Sends a request and expects exactly an envelope. */
  async function failureAt(path: string, question = {}): Promise<readonly [number | undefined, string, string]> {
    const { status, headers, text: answered } = await ask(application.port, path, question);
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': expect.stringMatching(/./) });
    const { error, ...others } = JSON.parse(answered);
    expect(others).toEqual({});
    expect(Object.keys(error)).toEqual(['code', 'message']);
    return [status, error.code, error.message];
  }

  const json = { 'content-type': 'application/json' };
  const INTERNAL_ERROR = [500, 'INTERNAL_ERROR', contract.scenarios.internalError.example];

  it('responds to a thrown scenario', async () => {
    expect(await failureAt('/throw/scenario')).toEqual([404, 'NOT_FOUND', 'Record not found: 42']);
    expect(application.causes).toEqual([]);
  });

  it('sends WWW-Authenticate with every 401, and only then', async () => {
    const { status, headers } = await ask(application.port, '/throw/key');
    expect([status, headers['www-authenticate']]).toEqual([401, expect.stringMatching(/^Bearer /)]);
    expect((await ask(application.port, '/throw/scenario')).headers).not.toHaveProperty('www-authenticate');
  });

  it.each([
    ['an unknown path', '/nowhere', {}, 404, 'NOT_FOUND', contract.scenarios.routeNotFound.example],
    ['a method that a path does not have', '/echo', { method: 'PUT' }, 404, 'NOT_FOUND', 'path'],
    ['malformed JSON', '/echo', { method: 'POST', headers: json, body: '{"name":' }, 400, 'BAD_REQUEST', 'JSON'],
    [
      'a body over the limit',
      '/echo',
      { method: 'POST', headers: json, body: JSON.stringify('x'.repeat(200_000)) },
      400,
      'BAD_REQUEST',
      'The body is larger than 100 KiB',
    ],
    ['a bad percent escape', '/records/%zz', {}, 400, 'BAD_REQUEST', 'well-formed'],
  ])("responds to the framework's own error: %s", async (_title, path, question, status, code, message) => {
    expect(await failureAt(path, question)).toEqual([status, code, expect.stringContaining(message)]);
    expect(application.causes).toEqual([]);
  });

  it('does not reveal a bug, and passes it to onUnexpected', async () => {
    expect(await failureAt('/throw/bug')).toEqual(INTERNAL_ERROR);
    expect(application.causes).toEqual([expect.objectContaining({ message: expect.stringContaining('password') })]);
  });

  it('responds to a thrown value that is not an Error', async () => {
    expect(await failureAt('/throw/text')).toEqual(INTERNAL_ERROR);
    expect(application.causes).toEqual(['no error at all']);
  });

  it("uses the caller's request id if it is valid, and otherwise a unique one", async () => {
    const idOf = async (path: string, headers = {}) =>
      (await ask(application.port, path, { headers })).headers['x-request-id'];
    expect(await idOf('/records/1', { 'x-request-id': 'mine-7' })).toBe('mine-7');
    expect(await idOf('/nowhere', { 'x-request-id': 'mine-8' })).toBe('mine-8');
    const others = [
      await idOf('/records/1'),
      await idOf('/records/1'),
      await idOf('/x', { 'x-request-id': 'not fit' }),
    ];
    expect(new Set(others).size).toBe(3);
    expect(others).toEqual(Array(3).fill(expect.stringMatching(/^[0-9a-f-]{36}$/)));
  });

  const key = `sk_live_${'0af3'.repeat(12)}`;
  it.each([
    [{ 'x-request-id': key }],
    [{ 'x-request-id': `Bearer.${key}` }],
    [{ 'x-request-id': 'key-of-my-own', authorization: 'Bearer key-of-my-own' }],
  ])('does not use a key as the request id: %j', async (headers) => {
    for (const path of ['/records/1', '/nowhere', '/throw/bug', '/records/%zz'])
      expect((await ask(application.port, path, { headers })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['an unknown method', 'FOO / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['an odd expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: nonsense\r\n\r\n'],
    ['headers over the limit', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('responds to a request that is not valid HTTP: %s', async (_title, bytes) => {
    const socket = connect(application.port, '127.0.0.1', () => socket.write(bytes));
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(JSON.parse(body)).toEqual({ error: { code: 'BAD_REQUEST', message: expect.any(String) } });
  });
});

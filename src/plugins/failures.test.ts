import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { fastify } from 'fastify';

import { contract, fail } from '../contract/index.ts';
import { contractMiddleware, contractOptions, contractPlugin } from './index.ts';

interface Application {
  readonly port: number;
  readonly close: () => Promise<unknown>;
}

const causes: unknown[] = [];
const onUnexpected = (error: unknown): void => void causes.push(error);

/** What a handler throws, by the request path. */
const thrown: Readonly<Record<string, () => unknown>> = {
  scenario: () => fail('recordNotFound', { id: '42' }),
  key: () => fail('expiredApiKey'),
  bug: () => new TypeError('Cannot read properties of undefined (reading "password")'),
  text: () => 'no error at all',
  ...Object.fromEntries(
    [400, 401, 403, 404, 405, 409, 429, 500, 501, 503].map((status) => [
      String(status),
      () => Object.assign(new Error('ENOENT: /srv/app/secret.json'), { status, statusCode: status }),
    ]),
  ),
};

/** The same small application in both frameworks. */
const frameworks = {
  fastify: async (): Promise<Application> => {
    const app = fastify({ ...contractOptions, bodyLimit: 100 * 1024 });
    app.register(contractPlugin, { onUnexpected });
    app.get<{ Params: { name: string } }>('/throw/:name', async ({ params }, reply) => {
      reply.header('content-encoding', 'gzip');
      throw thrown[params.name]?.();
    });
    app.post('/echo', async ({ body }) => body);
    app.get<{ Params: { id: string } }>('/records/:id', async ({ params }) => params);
    await app.listen({ port: 0, host: '127.0.0.1' });
    return { port: (app.server.address() as AddressInfo).port, close: () => app.close() };
  },
  express: async (): Promise<Application> => {
    const app = express();
    const contract = contractMiddleware({ onUnexpected });
    // In this environment, Express's default handler, which responds to the errors left to it, prints nothing.
    app.set('env', 'test');
    app.use(contract.first);
    app.use(express.json());
    app.get('/throw/:name', ({ params }, response) => {
      response.set('content-encoding', 'gzip');
      throw thrown[params.name]?.();
    });
    app.post('/echo', ({ body }, response) => void response.json(body));
    app.get('/records/:id', ({ params }, response) => void response.json(params));
    app.use(...contract.last);
    const server = app.listen(0, '127.0.0.1');
    contract.guard(server);
    await once(server, 'listening');
    return { port: (server.address() as AddressInfo).port, close: () => once(server.close(), 'close') };
  },
};

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

describe.each(['fastify', 'express'] as const)('an application on %s', (framework) => {
  let application: Application;
  beforeAll(async () => {
    application = await frameworks[framework]();
  });
  afterAll(() => application.close());
  beforeEach(() => void causes.splice(0));

  async function ask(path: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Answer> {
    const { port } = application;
    const request = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false });
    request.end(body);
    const [response] = await once(request, 'response');
    return { status: response.statusCode, headers: response.headers, text: await text(response) };
  }

  /** Sends a request and expects exactly an envelope. */
  async function failureAt(path: string, question = {}): Promise<readonly [number | undefined, string, string]> {
    const { status, headers, text: answered } = await ask(path, question);
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': expect.stringMatching(/./) });
    expect(headers).not.toHaveProperty('content-encoding');
    const { error, ...others } = JSON.parse(answered);
    expect(others).toEqual({});
    expect(Object.keys(error)).toEqual(['code', 'message']);
    return [status, error.code, error.message];
  }

  const json = { 'content-type': 'application/json' };
  const INTERNAL_ERROR = [500, 'INTERNAL_ERROR', contract.scenarios.internalError.example];

  it('responds to a thrown scenario', async () => {
    expect(await failureAt('/throw/scenario')).toEqual([404, 'NOT_FOUND', 'Record not found: 42']);
    expect(causes).toEqual([]);
  });

  it('sends WWW-Authenticate with every 401, and only then', async () => {
    const { status, headers } = await ask('/throw/key');
    expect([status, headers['www-authenticate']]).toEqual([401, expect.stringMatching(/^Bearer /)]);
    expect((await ask('/throw/401')).headers).toHaveProperty('www-authenticate');
    expect((await ask('/throw/scenario')).headers).not.toHaveProperty('www-authenticate');
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
    expect(causes).toEqual([]);
  });

  it.each([
    ['400', 400, 'BAD_REQUEST'],
    ['401', 401, 'UNAUTHORIZED'],
    ['403', 403, 'FORBIDDEN'],
    ['404', 404, 'NOT_FOUND'],
    ['405', 400, 'BAD_REQUEST'],
    ['409', 400, 'BAD_REQUEST'],
  ])("responds to an error with the status %s with the contract's message", async (name, status, code) => {
    expect(await failureAt(`/throw/${name}`)).toEqual([status, code, expect.not.stringContaining('secret')]);
    expect(causes).toEqual([]);
  });

  it.each(['bug', '500', '501'])('does not reveal %s, and passes it to onUnexpected', async (name) => {
    expect(await failureAt(`/throw/${name}`)).toEqual(INTERNAL_ERROR);
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ message: expect.stringMatching(/password|secret/) });
  });

  it('responds to a thrown value that is not an Error', async () => {
    expect(await failureAt('/throw/text')).toEqual(INTERNAL_ERROR);
    expect(causes).toEqual(['no error at all']);
  });

  const withoutWord = [429, 503].filter((status) => contract.pairs.every((pair) => pair.status !== status));

  it.each(withoutWord)('leaves %i to the framework, because the contract does not define it', async (status) => {
    expect((await ask(`/throw/${status}`)).status).toBe(status);
    expect(causes).toEqual([]);
  });

  it("uses the caller's request id if it is valid, and otherwise a unique one", async () => {
    const idOf = async (path: string, headers = {}) => (await ask(path, { headers })).headers['x-request-id'];
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
      expect((await ask(path, { headers })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
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

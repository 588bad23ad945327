import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import axios from 'axios';
import ky from 'ky';

import { contract, ScenarioFailure } from '../contract/index.ts';
import type { Application } from './testing/application.ts';
import { frameworks, startWith } from './testing/application.ts';
import { ask } from './testing/ask.ts';

// The packages that Express itself raises errors with.
const requireOfExpress = createRequire(createRequire(import.meta.url).resolve('express'));
const createError: (status: number, ...values: unknown[]) => Error = requireOfExpress('http-errors');

const INTERNAL_ERROR = { status: 500, code: 'INTERNAL_ERROR', message: contract.scenarios.internalError.example };

/** A server that the application calls. It responds with the status in the path. */
let upstream: string;
const server = createServer((request, response) => {
  const status = Number(request.url?.slice(1));
  if (status === 0) return void response.writeHead(200, { 'x-large': 'x'.repeat(20_000) }).end();
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '7' });
  response.end('{"statusCode":400,"code":"FST_ERR_VALIDATION","message":"secret"}');
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  upstream = `http://127.0.0.1:${port}`;
});
afterAll(() => once(server.close(), 'close'));

const upstreamStatuses = [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 502, 503, 504];

/** What handlers throw because of an upstream call, by a title. */
const upstreamErrors: ReadonlyArray<readonly [string, () => unknown]> = [
  ...upstreamStatuses.flatMap((status): [string, () => unknown][] => [
    [`axios ${status}`, () => axios.get(`${upstream}/${status}`)],
    [`ky ${status}`, () => ky.get(`${upstream}/${status}`, { retry: 0 })],
    [`an error with the status ${status}`, () => thrown(new Error('secret'), { status, statusCode: status })],
    [`an object with the status ${status}`, () => thrown({}, { status, statusCode: status })],
  ]),
  ['header overflow', () => axios.get(`${upstream}/0`, { proxy: false })],
  ['a closed port', () => fetch('http://127.0.0.1:1/')],
  ...['HPE_HEADER_OVERFLOW', 'HPE_INVALID_METHOD', 'ERR_HTTP_REQUEST_TIMEOUT', 'HPE_CHUNK_EXTENSIONS_OVERFLOW'].map(
    (code): [string, () => unknown] => [`the code ${code}`, () => thrown(new Error('secret'), { code })],
  ),
  ['the JSON of a Fastify error', async () => thrown({}, await (await fetch(`${upstream}/400`)).json())],
  ['an error with that JSON', async () => thrown(new Error(), await (await fetch(`${upstream}/400`)).json())],
  [
    'a body of the upstream server over the limit',
    () => thrown(createError(413, 'request entity too large', { type: 'entity.too.large', limit: 7 }), {}),
  ],
  [
    'a body of the upstream server that is not JSON',
    () => thrown(createError(400, 'secret', { type: 'entity.parse.failed', body: 'secret' }), {}),
  ],
  ['a URIError with a status', () => thrown(new URIError('secret'), { status: 400, statusCode: 400 })],
  ['a URIError', () => decodeURIComponent('%zz')],
  ['http-errors 500', () => thrown(createError(500, 'secret'), {})],
  ['http-errors that is not exposed', () => thrown(createError(404, 'secret', { expose: false }), {})],
  [
    'a failure whose scenario does not exist',
    () => thrown(new Error('secret'), { name: 'ScenarioFailure', scenario: 'toString' }),
  ],
];

function thrown(error: object, members: object): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- applications throw objects, too
  throw Object.assign(error, members);
}

describe.each(frameworks)('an error in a handler of an application on %s', (framework) => {
  let running: Application;
  afterEach(() => running.close());

  async function failureOf(handle: Parameters<typeof startWith>[1], question = {}): Promise<object> {
    running = await startWith(framework, handle);
    const { status, headers, text } = await ask(running.port, '/case', question);
    expect(headers['content-type']).toBe('application/json');
    return { status, ...JSON.parse(text).error };
  }

  it.each(upstreamErrors)('is unexpected if it comes from an upstream call: %s', async (_title, fail) => {
    expect(await failureOf(() => fail())).toEqual(INTERNAL_ERROR);
    expect(running.causes).toHaveLength(1);
  });

  it('is unexpected if a body parser reads the upstream response although it read the body of the request', async () => {
    const question = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' };
    const error = createError(413, 'request entity too large', { type: 'entity.too.large', limit: 7 });
    expect(await failureOf(() => thrown(error, {}), question)).toEqual(INTERNAL_ERROR);
    expect(running.causes).toEqual([error]);
  });

  it.each([
    [400, 400, 'BAD_REQUEST'],
    [401, 401, 'UNAUTHORIZED'],
    [403, 403, 'FORBIDDEN'],
    [404, 404, 'NOT_FOUND'],
    [405, 400, 'BAD_REQUEST'],
    [409, 400, 'BAD_REQUEST'],
    [429, 400, 'BAD_REQUEST'],
  ])('is about the request if http-errors created it with the status %i', async (given, status, code) => {
    const message = expect.not.stringContaining('secret');
    expect(await failureOf(() => thrown(createError(given, 'secret'), {}))).toEqual({ status, code, message });
    expect(running.causes).toEqual([]);
  });

  it('is about the request if it is a scenario of another copy of the package', async () => {
    const details = [{ field: 'name', message: 'name is required' }];
    const message = 'Validation failed: 1 error(s)';
    const copy = { name: 'ScenarioFailure', scenario: 'validationError', details };
    const failure = await failureOf(() => thrown(new Error(message), copy));
    expect(failure).toEqual({ status: 422, code: 'VALIDATION_ERROR', message, details });
    expect(new ScenarioFailure('validationError', message, details)).toMatchObject(copy);
  });

  it.each([429, 503])('is a rate limiter or gateway with %i if the response has Retry-After', async (status) => {
    running = await startWith(framework, ({ setHeader }) => {
      setHeader('retry-after', '7');
      setHeader('cache-control', 'public');
      thrown(new Error('secret'), { statusCode: status });
    });
    const answer = await ask(running.port, '/case');
    expect(answer).toMatchObject({ status, headers: { 'retry-after': '7', 'content-type': 'text/plain' } });
    expect(answer.text).not.toContain('secret');
    expect(answer.headers).not.toHaveProperty('cache-control');
    expect(running.causes).toEqual([]);
  });

  it.each([400, 401, 404, 500, 502, 504])(
    'is unexpected with %i, even if the response has Retry-After',
    async (status) => {
      const failure = await failureOf(({ setHeader }) => {
        setHeader('retry-after', '7');
        thrown(new Error('secret'), { statusCode: status });
      });
      expect(failure).toEqual(INTERNAL_ERROR);
    },
  );
});

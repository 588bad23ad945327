import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { assert, asyncProperty, constantFrom, string } from 'fast-check';

import { contract } from '../../contract/index.ts';
import type { Question, TestServer } from '../testing/test-server.ts';
import { ask, askBytes, demoKeys, startTestServer } from '../testing/test-server.ts';
import { readSeries } from './testing.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({
    faults: true,
    metricsPort: 0,
    cors: ['https://app.example.com'],
    timeouts: { headers: 200, request: 300 },
  });
});
afterEach(() => server.close());

const PATH = '/api/v1/acme-corp/sales/Customer';
const COUNTER = 'workspace_api_requests_total';

/** Returns how often each response was counted. */
async function counted(of = server): Promise<Readonly<Record<string, number>>> {
  const entries = Object.entries(await readSeries(of.metricsUrl)).filter(([name]) => name.startsWith(COUNTER));
  return Object.fromEntries(
    entries.map(([name, value]) => [[...name.matchAll(/="([^"]*)"/g)].map(([, label]) => label).join(' '), value]),
  );
}

const slowBody = [
  `POST ${PATH} HTTP/1.1`,
  'Host: localhost',
  `Authorization: Bearer ${demoKeys.readWrite}`,
  'Content-Type: application/json',
  'Content-Length: 9',
  '\r\n{',
].join('\r\n');

describe('the counter of requests', () => {
  const newcomer = { name: 'Jane Doe', email: 'jane@example.com' };
  const preflight = { origin: 'https://app.example.com', 'access-control-request-method': 'GET' };

  it.each<[string, Question]>([
    ['listRecords 200 ', {}],
    ['listRecords 200 ', { method: 'HEAD' }],
    ['createRecord 201 ', { method: 'POST', body: newcomer }],
    ['createRecord 422 validationError', { method: 'POST', body: {} }],
    ['createRecord 409 uniqueConstraintViolation', { method: 'POST', body: { ...newcomer, email: 'ada@example.com' } }],
    ['getRecord 404 recordNotFound', { path: '/Customer/42' }],
    ['getRecord 401 invalidApiKey', { path: '/Customer/1', key: null }],
    ['getRecord 401 expiredApiKey', { path: '/Customer/1', key: demoKeys.expired }],
    ['getRecord 500 internalError', { path: '/Customer/1', headers: { 'x-fault': 'internalError' } }],
    ['bulkDeleteRecords 403 readOnlyKey', { method: 'DELETE', path: '/Customer/bulk', key: demoKeys.readOnly }],
    ['outsideOperations 404 routeNotFound', { path: 'nowhere' }],
    ['outsideOperations 404 routeNotFound', { path: '/Customer/' }],
    ['outsideOperations 404 routeNotFound', { path: '/Customer//1' }],
    ['outsideOperations 400 badRequest', { method: 'PATCH' }],
    ['preflight 204 ', { method: 'OPTIONS', key: null, headers: preflight }],
  ])('counts %j', async (name, question) => {
    await ask(server, question);
    expect(await counted()).toEqual({ [name]: 1 });
  });

  it.each([
    ['/readyz', 'health 200 '],
    ['/healthz', 'health 200 '],
    ['/metrics', 'outsideOperations 404 routeNotFound'],
  ])('counts %s as %j', async (path, name) => {
    await fetch(new URL(path, server.url));
    expect(await counted()).toEqual({ [name]: 1 });
  });

  it.each([
    ['bytes that are not HTTP', 'FOO\r\n\r\n'],
    ['headers over the limit', `GET ${PATH} HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['slow headers', `GET ${PATH} HTTP/1.1\r\nHost: localhost\r\n`],
    ['CONNECT', 'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    [
      'a target that is no URL',
      `GET http://localhost${PATH}#x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    ],
  ])('counts what the HTTP parser or the router refuses: %s', async (_title, bytes) => {
    await askBytes(server, bytes);
    const [[name = '', count] = [], ...others] = Object.entries(await counted());
    expect([count, others]).toEqual([1, []]);
    expect(name).toMatch(/^outsideOperations 40[04] (badRequest|routeNotFound)$/);
  });

  it('counts a body that took too long with its operation, once', async () => {
    await askBytes(server, slowBody);
    expect(await counted()).toEqual({ 'createRecord 400 badRequest': 1 });
  });

  it('counts a client that disconnected before the response, apart from responses', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) });
    await new Promise((resolve) => socket.write(slowBody, resolve));
    // A later request gets its response, so this one has arrived.
    await ask(server);
    socket.resetAndDestroy();
    const name = 'workspace_api_disconnects_total{operation="createRecord"}';
    const disconnects = async (): Promise<unknown> => (await readSeries(server.metricsUrl))[name];
    while ((await disconnects()) === undefined) await ask(server);
    expect(await disconnects()).toBe(1);
    expect(Object.keys(await counted())).toEqual(['listRecords 200 ']);
  });

  it('starts at 0 for everything that the contract documents', async () => {
    const text = await (await fetch(server.metricsUrl ?? '')).text();
    for (const id of contract.operationIds) {
      expect(text).toContain(
        `${COUNTER}{operation="${id}",status="${contract.operations[id].success}",scenario=""} 0\n`,
      );
      for (const scenario of contract.operations[id].scenarios)
        expect(text).toContain(
          `${COUNTER}{operation="${id}",status="${contract.scenarios[scenario].status}",scenario="${scenario}"} 0\n`,
        );
    }
  });

  it('counts every request of any method and path, with labels that the contract names', async () => {
    let sent = 0;
    const method = constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND');
    const target = string({ maxLength: 40 }).map((text) => encodeURIComponent(text).replaceAll('%2F', '/'));
    const start = constantFrom('', 'acme-corp/sales/Customer/', 'acme-corp/', '/Customer/', '../');
    await assert(
      asyncProperty(method, start, target, async (verb, prefix, rest) => {
        await ask(server, {
          method: verb,
          path: `${prefix}${rest}`,
          key: sent % 2 === 0 ? demoKeys.readWrite : 'sk_live_x',
        });
        sent += 1;
      }),
    );
    const series = await counted();
    const operations = new Set(Object.keys(series).map((name) => name.split(' ')[0]));
    expect([...operations].filter((name) => !contract.operationKeys.some((key) => key === name))).toEqual([]);
    const scenarios = new Set(Object.keys(series).map((name) => name.split(' ')[2]));
    expect([...scenarios].filter((name = '') => name !== '' && !Object.hasOwn(contract.scenarios, name))).toEqual([]);
    expect(Object.values(series).reduce((sum, count) => sum + count, 0)).toBe(sent);
  });
});

describe('the metrics', () => {
  it('contain nothing that a client sent', async () => {
    const headers = { 'x-request-id': 'secret-id', 'x-fault': 'secret-fault', 'user-agent': 'secret-agent' };
    await ask(server, { path: '/secretEntity/secret-record?secret=query', headers });
    await ask(server, { path: 'secret-organization/secret-workspace/Customer', key: 'sk_live_secret' });
    await ask(server, { method: 'POST', body: { name: 'secret-name', email: 'secret-mail' } });
    await askBytes(server, 'SECRET secret HTTP/1.1\r\nsecret: secret\r\n\r\n');
    expect(await (await fetch(server.metricsUrl ?? '')).text()).not.toMatch(/secret|sk_live|acme-corp|sales|Customer/i);
  });

  it('measure how long responses take', async () => {
    await ask(server);
    await ask(server);
    const series = await readSeries(server.metricsUrl);
    const name = 'workspace_api_request_duration_seconds';
    expect(series).toMatchObject({
      [`${name}_count{operation="listRecords"}`]: 2,
      [`${name}_bucket{le="+Inf",operation="listRecords"}`]: 2,
    });
    expect(series[`${name}_sum{operation="listRecords"}`]).toBeLessThan(60);
  });

  it('contain the delay of the event loop and the memory of the process', async () => {
    const series = await readSeries(server.metricsUrl);
    expect(series).toMatchObject({
      nodejs_eventloop_lag_p99_seconds: expect.any(Number),
      process_resident_memory_bytes: expect.any(Number),
    });
    // They would need an observer that slows down every request.
    expect(Object.keys(series).filter((name) => name.startsWith('nodejs_gc'))).toEqual([]);
  });

  it('contain the kind and the size of the store', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
    const file = join(folder, 'shop.db');
    const own = await startTestServer({ metricsPort: 0, data: file });
    try {
      await ask(own, { method: 'POST', body: { name: 'Jane Doe', email: 'jane@example.com' } });
      const series = await readSeries(own.metricsUrl);
      expect(series).toMatchObject({
        'workspace_api_store_info{kind="sqlite"}': 1,
        'workspace_api_store_size_bytes{part="log"}': statSync(`${file}-wal`).size,
      });
      await own.close();
      expect(series['workspace_api_store_size_bytes{part="database"}']).toBe(statSync(file).size);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(await readSeries(server.metricsUrl)).toMatchObject({
      'workspace_api_store_info{kind="memory"}': 1,
      'workspace_api_store_size_bytes{part="database"}': expect.any(Number),
    });
    expect(existsSync(folder)).toBe(false);
  });

  it('have names as Prometheus wants them, and a line of help', async () => {
    const text = await (await fetch(server.metricsUrl ?? '')).text();
    const types = [...text.matchAll(/^# TYPE (workspace_api_\w+) (\w+)$/gm)].map(([, name = '', type]) => ({
      name,
      type,
    }));
    expect(types.length).toBeGreaterThan(4);
    const counters = types.filter(({ type }) => type === 'counter').map(({ name }) => name);
    expect(counters.filter((name) => !name.endsWith('_total'))).toEqual([]);
    expect(types.filter(({ name }) => !text.includes(`# HELP ${name} `))).toEqual([]);
    expect(types.filter(({ name }) => /duration(?!_seconds)|size(?!_bytes)/.test(name))).toEqual([]);
  });
});

describe('the port of the metrics', () => {
  it.each([
    ['/', 404],
    ['/metrics/', 404],
    ['/api/v1/acme-corp/sales/Customer', 404],
    ['/metrics?name[]=x', 200],
  ])('responds to %s with %d', async (path, status) => {
    expect((await fetch(new URL(path, server.metricsUrl))).status).toBe(status);
  });

  it('accepts only GET and HEAD', async () => {
    const url = server.metricsUrl ?? '';
    const { status, headers } = await fetch(url, { method: 'POST' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await fetch(url, { method: 'HEAD' })).headers.get('content-type')).toContain('text/plain; version=0.0.4');
  });

  it('is closed with the server, and is not there unless asked for', async () => {
    const own = await startTestServer({ metricsPort: 0 });
    await own.close();
    await expect(fetch(own.metricsUrl ?? '')).rejects.toThrow('fetch failed');
    const without = await startTestServer();
    expect(without.metricsUrl).toBeUndefined();
    await without.close();
  });

  it('that is in use stops the start, and frees the port of the API', async () => {
    const { port } = new URL(server.metricsUrl ?? '');
    await expect(startTestServer({ metricsPort: Number(port) })).rejects.toMatchObject({
      name: 'MetricsEndpointError',
      cause: { code: 'EADDRINUSE' },
    });
  });
});

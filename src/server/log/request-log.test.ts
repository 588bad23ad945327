import { connect } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Question, TestServer } from '../testing/test-server.ts';
import { ask, askBytes, demoKeys, startTestServer } from '../testing/test-server.ts';
import type { RequestEntry } from './log.ts';

describe('the request log', () => {
  let server: TestServer;
  let logged = Promise.withResolvers<RequestEntry>();
  beforeEach(() => {
    logged = Promise.withResolvers();
  });
  beforeAll(async () => {
    server = await startTestServer({
      faults: true,
      logRequest: (entry) => logged.resolve(entry),
      timeouts: { headers: 200, request: 300 },
    });
  });
  afterAll(async () => server.close());

  const list = '/api/v1/:organization/:workspace/:entityName';
  const one = `${list}/:id`;

  it.each<[string, Question, object]>([
    ['a success', { path: '/Customer/1' }, { method: 'GET', route: one, workspace: 'acme-corp/sales', status: 200 }],
    ['HEAD', { method: 'HEAD' }, { method: 'HEAD', route: list, workspace: 'acme-corp/sales', status: 200 }],
    [
      'a failure, with its scenario',
      { path: '/Customer/42' },
      { route: one, workspace: 'acme-corp/sales', status: 404, code: 'NOT_FOUND', scenario: 'recordNotFound' },
    ],
    [
      'a write with a read-only key, with its workspace',
      { method: 'DELETE', path: '/Customer/1', key: demoKeys.readOnly },
      { workspace: 'acme-corp/sales', status: 403, scenario: 'readOnlyKey' },
    ],
    [
      'a method that the path does not support',
      { method: 'PATCH' },
      { method: 'PATCH', route: list, workspace: 'acme-corp/sales', status: 400, scenario: 'badRequest' },
    ],
    [
      'an unexpected error',
      { headers: { 'x-fault': 'internalError' } },
      { status: 500, code: 'INTERNAL_ERROR', scenario: 'internalError' },
    ],
  ])('contains %s', async (_title, question, entry) => {
    const { headers } = await ask(server, question);
    expect(await logged.promise).toMatchObject({
      ...entry,
      requestId: headers['x-request-id'],
      duration: expect.any(Number),
    });
  });

  it.each<[string, Question]>([
    ['without a key', { key: null }],
    ['with a key of another workspace', { key: demoKeys.inventory }],
    ['to a workspace that does not exist', { path: 'acme-corp/sk_live_secret/Customer' }],
    ['to an unknown path', { path: 'acme-corp/sales/Customer/1/sk_live_secret' }],
    ['with a key in its path and its query', { path: '/sk_live_secret/sk_live_secret?api_key=sk_live_secret' }],
    ['with a key as its request id', { headers: { 'x-request-id': demoKeys.readWrite } }],
  ])('contains nothing that the caller wrote in a request %s', async (_title, question) => {
    await ask(server, question);
    const entry = await logged.promise;
    expect(JSON.stringify(entry)).not.toMatch(/secret|sk_|inventory|Customer/);
  });

  it('contains an invalid request, with the id from its response', async () => {
    const answer = await askBytes(server, 'GET /sk_live_secret HTTP/9\r\n\r\n');
    const [, requestId] = /^x-request-id: (\S+)$/im.exec(answer) ?? [];
    expect(await logged.promise).toEqual({ requestId, status: 400, code: 'BAD_REQUEST', scenario: 'badRequest' });
  });

  it.each([
    ['CONNECT', 'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['POST', 'POST / HTTP/1.1\r\nHost: localhost\r\nExpect: nonsense\r\n\r\n'],
  ])('contains a request that Node itself would reject: %s', async (method, bytes) => {
    const answer = await askBytes(server, bytes);
    const [, requestId] = /^x-request-id: (\S+)$/im.exec(answer) ?? [];
    expect(await logged.promise).toMatchObject({ requestId, method, status: 400, scenario: 'badRequest' });
  });

  const slow = [
    'POST /api/v1/acme-corp/sales/Customer HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${demoKeys.readWrite}`,
    'Content-Type: application/json',
    'Content-Length: 9',
    '\r\n{',
  ].join('\r\n');

  it('contains a request whose body took too long, with the failure of its response', async () => {
    const answer = await askBytes(server, slow);
    const [, requestId] = /^x-request-id: (\S+)$/im.exec(answer) ?? [];
    expect(await logged.promise).toMatchObject({ requestId, method: 'POST', route: list, scenario: 'badRequest' });
  });

  it('contains a request whose client disconnected, without a status', async () => {
    const left = Promise.withResolvers<RequestEntry>();
    const own = await startTestServer({ logRequest: (entry) => entry.method === 'POST' && left.resolve(entry) });
    const { hostname, port } = new URL(own.url);
    const socket = connect({ host: hostname, port: Number(port) });
    await new Promise((resolve) => socket.write(slow, resolve));
    // A later request gets its response, so this one has arrived.
    await ask(own);
    socket.resetAndDestroy();
    expect(await left.promise).toMatchObject({ route: list, status: undefined, scenario: undefined });
    await own.close();
  });

  it('contains one line for each request', async () => {
    const entries: RequestEntry[] = [];
    const own = await startTestServer({
      logRequest: (entry) => entries.push(entry),
      timeouts: { headers: 100, request: 200 },
    });
    for (const bytes of [slow, 'FOO\r\n\r\n']) await askBytes(own, bytes);
    // By the time these requests are over, the connections of the two before have closed.
    for (const path of ['/Customer', '/Nothing']) await ask(own, { path });
    await own.close();
    expect(entries.map(({ status }) => status)).toEqual([400, 400, 200, 404]);
  });
});

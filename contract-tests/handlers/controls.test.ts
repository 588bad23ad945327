import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { http } from 'msw';
import { setupServer } from 'msw/node';

import { scenarioOf } from '../../src/contract/index.ts';
import { workspaceHandlers } from '../../src/handlers/index.ts';
import { startMock } from '../../src/mock/index.ts';

const BASE = 'https://api.example.com/v1';
const CUSTOMERS = `${BASE}/acme-corp/sales/Customer`;
const KEY = { authorization: 'Bearer sk_test_read_write' };

const api = workspaceHandlers(http, { baseUrl: BASE });
const server = setupServer(...api);
beforeAll(() => server.listen({ onUnhandledFrame: 'bypass' }));
afterEach(() => {
  api.reset();
  server.resetHandlers();
});
afterAll(() => server.close());

async function send(url: string, { method = 'GET', body, headers = {} }: Sent = {}) {
  const response = await fetch(url, {
    method,
    headers: { ...KEY, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

describe('failNext', () => {
  it('lets the next request to the operation fail, and no other', async () => {
    api.failNext('createRecord', 'uniqueConstraintViolation');
    const jane = { name: 'Jane', email: 'jane.roe@example.com' };
    expect((await send(CUSTOMERS)).status).toBe(200);
    const failed = await send(CUSTOMERS, { method: 'POST', body: jane });
    expect({ status: failed.status, code: failed.body.error.code }).toEqual({
      status: 409,
      code: 'UNIQUE_CONSTRAINT_VIOLATION',
    });
    expect((await send(CUSTOMERS, { method: 'POST', body: jane })).status).toBe(201);
  });

  it('fills the message with the values that it is given, and adds up', async () => {
    api.failNext('getRecord', 'recordNotFound', { id: 7 });
    api.failNext('getRecord', 'expiredApiKey');
    const messages = [await send(`${CUSTOMERS}/7`), await send(`${CUSTOMERS}/7`), await send(`${CUSTOMERS}/7`)];
    expect(messages.map(({ status, body }) => [status, body.error?.message.includes('7')])).toEqual([
      [404, true],
      [401, false],
      [200, undefined],
    ]);
    expect(messages[1]?.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('is forgotten by reset', async () => {
    api.failNext('listRecords', 'internalError');
    api.breakNext('listRecords', 'reset');
    api.reset();
    expect((await send(CUSTOMERS)).status).toBe(200);
  });

  it('does not compile with a failure that the operation does not document, or with wrong values', () => {
    const never = (): void => {
      // @ts-expect-error listRecords cannot find a duplicate
      api.failNext('listRecords', 'uniqueConstraintViolation');
      // @ts-expect-error there is no such operation
      api.failNext('readRecord', 'internalError');
      // @ts-expect-error the message names the id
      api.failNext('getRecord', 'recordNotFound', { column: 'id' });
      // @ts-expect-error the contract never sends an empty list
      api.failNext('createRecord', 'validationError', { details: [] });
      api.failNext('createRecord', 'validationError', { details: [{ field: 'email', message: 'is taken' }] });
    };
    expect(never).toBeInstanceOf(Function);
  });
});

describe('breakNext and X-Mock-Fault', () => {
  it('reset is a network error, as from a connection that is reset', async () => {
    api.breakNext('listRecords', 'reset');
    await expect(fetch(CUSTOMERS, { headers: KEY })).rejects.toThrow('fetch failed');
    await expect(fetch(CUSTOMERS, { headers: { ...KEY, 'x-mock-fault': 'reset' } })).rejects.toThrow('fetch failed');
    expect((await send(CUSTOMERS)).status).toBe(200);
  });

  it('truncate is a body that breaks off halfway', async () => {
    api.breakNext('listRecords', 'truncate');
    const response = await fetch(CUSTOMERS, { headers: KEY });
    expect(response.status).toBe(200);
    const length = Number(response.headers.get('content-length'));
    const reader = response.body?.getReader();
    const first = await reader?.read();
    const received = first?.value?.length ?? 0;
    await expect(reader?.read()).rejects.toThrow();
    expect(received).toBeGreaterThan(0);
    expect(received).toBeLessThan(length);
  });

  it('html is the page of a gateway, without the headers of the API', async () => {
    api.breakNext('listRecords', 'html');
    const response = await fetch(CUSTOMERS, { headers: KEY });
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-request-id')]).toEqual([
      502,
      'text/html; charset=utf-8',
      null,
    ]);
    expect(await response.text()).toContain('<title>502 Bad Gateway</title>');
  });

  it('timeout never answers, and ends when the request is aborted', async () => {
    api.breakNext('listRecords', 'timeout');
    const patience = new AbortController();
    const waiting = fetch(CUSTOMERS, { headers: KEY, signal: patience.signal });
    expect((await send(CUSTOMERS)).status).toBe(200);
    patience.abort();
    await expect(waiting).rejects.toThrow('abort');
  });

  it('X-Mock-Delay waits, and ends when the request is aborted', async () => {
    expect((await send(CUSTOMERS, { headers: { 'x-mock-delay': '1' } })).status).toBe(200);
    const patience = new AbortController();
    const waiting = fetch(CUSTOMERS, { headers: { ...KEY, 'x-mock-delay': '60000' }, signal: patience.signal });
    patience.abort();
    await expect(waiting).rejects.toThrow('abort');
  });
});

describe('options', () => {
  it('failure fails every request to an operation that documents it', async () => {
    server.use(...workspaceHandlers(http, { baseUrl: BASE, failure: 'readOnlyKey' }));
    const statuses = [await send(CUSTOMERS), await send(`${CUSTOMERS}/1`, { method: 'DELETE' })];
    expect(statuses.map(({ status }) => status)).toEqual([200, 403]);
  });

  it('records are shown instead of the examples, and an unknown entity is an error', async () => {
    server.use(
      ...workspaceHandlers(http, { baseUrl: BASE, records: { Customer: [{ name: 'Only', email: 'o@b.co' }] } }),
    );
    expect((await send(CUSTOMERS)).body.data).toEqual([
      { id: 1, name: 'Only', email: 'o@b.co', age: null, website: null },
    ]);
    expect(() => workspaceHandlers(http, { baseUrl: BASE, records: { Costumer: [{}] } })).toThrow(
      'records has "Costumer", which is not an entity; the entities are Customer, Product, Order, LineItem',
    );
  });

  it.each(['', 'api.example.com', 'ftp://a/b', 'https://a.b/c?d', '/a//b'])('baseUrl refuses %j', (baseUrl) => {
    expect(() => workspaceHandlers(http, { baseUrl })).toThrow('baseUrl is');
  });

  it('baseUrl names its path in the example of a valid path, and a path stands for every origin', async () => {
    expect((await send(`${BASE}/nothing`)).body.error.message).toContain('/v1/acme-corp/sales/Customer');
    server.use(...workspaceHandlers(http, { baseUrl: '/v2/api' }));
    expect((await send('http://other.example:8080/v2/api/acme-corp/sales/Customer')).status).toBe(200);
  });

  it('definition that cannot be used is an error of the request, with the reason', async () => {
    const workspaces = [
      {
        slug: 'a',
        mode: 'ACTIVE',
        entities: [{ name: 'A', table: 'a', columns: [{ name: 'b', type: 'TEXT', scale: 1 }] }],
      },
    ];
    server.use(...workspaceHandlers(http, { baseUrl: BASE, definition: { organization: 'o', workspaces } }));
    const { status, body } = await send(`${BASE}/o/a/A`);
    expect({ status, body }).toMatchObject({
      status: 500,
      body: { message: expect.stringContaining('is for DECIMAL columns only') },
    });
  });
});

describe('keep', () => {
  const kept = workspaceHandlers(http, { baseUrl: BASE, keep: true });
  const ORDERS = `${BASE}/acme-corp/sales/Order`;
  const ann = { name: 'Ann', email: 'ann@example.com' };

  it('keeps what is created, updated and deleted, until reset', async () => {
    server.use(...kept);
    const before = (await send(CUSTOMERS)).body.meta.totalElements;
    const { id } = (await send(CUSTOMERS, { method: 'POST', body: ann })).body.data;
    expect((await send(CUSTOMERS)).body.meta.totalElements).toBe(before + 1);
    await send(`${CUSTOMERS}/${id}`, { method: 'PUT', body: { name: 'Anna' } });
    expect((await send(`${CUSTOMERS}/${id}`)).body.data).toMatchObject({ ...ann, name: 'Anna' });
    expect((await send(CUSTOMERS, { method: 'POST', body: ann })).status).toBe(409);
    expect((await send(`${CUSTOMERS}/${id}`, { method: 'PUT', body: { email: ann.email } })).status).toBe(200);
    expect((await send(`${CUSTOMERS}/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await send(`${CUSTOMERS}/${id}`)).status).toBe(404);
    kept.reset();
    expect((await send(CUSTOMERS)).body.meta.totalElements).toBe(before);
  });

  it('checks references in both directions', async () => {
    server.use(...kept);
    const { id } = (await send(CUSTOMERS, { method: 'POST', body: ann })).body.data;
    const missing = { orderNumber: 'ORD-9', customer_id: 77 };
    expect((await send(ORDERS, { method: 'POST', body: missing })).body.error.code).toBe('FOREIGN_KEY_VIOLATION');
    expect((await send(ORDERS, { method: 'POST', body: { ...missing, customer_id: id } })).status).toBe(201);
    const { body } = await send(`${CUSTOMERS}/${id}`, { method: 'DELETE' });
    expect(scenarioOf('deleteRecord', body.error.code, body.error.message)).toBe('recordReferenced');
    kept.reset();
  });

  it('keeps batches, and the failures of their items', async () => {
    server.use(...kept);
    const created = await send(`${CUSTOMERS}/bulk`, { method: 'POST', body: [ann, ann] });
    expect(created.body).toMatchObject({ succeeded: 1, failed: 1, errors: [{ index: 1 }] });
    kept.reset();
  });

  it('keeps nothing by default', async () => {
    await send(CUSTOMERS, { method: 'POST', body: ann });
    expect((await send(CUSTOMERS, { method: 'POST', body: ann })).status).toBe(201);
  });
});

describe('what the page lists as beyond fetch', () => {
  it('joins a header that is sent twice, so that the key is not valid', async () => {
    const headers = new Headers(KEY);
    headers.append('authorization', 'Bearer sk_test_read_write');
    const response = await fetch(CUSTOMERS, { headers });
    expect(response.status).toBe(401);
    await response.text();
  });

  it.each([
    ['TRACE', { method: 'TRACE' }, 'TRACE'],
    ['a body with GET', { body: '{}' }, 'cannot have body'],
  ])('cannot send %s', async (_what, init, reason) => {
    await expect(async () => fetch(CUSTOMERS, { headers: KEY, ...init })).rejects.toThrow(reason);
  });

  it('does not check the Host header', async () => {
    expect((await send(CUSTOMERS, { headers: { host: 'a b' } })).status).toBe(200);
  });
});

describe('cross-origin requests', () => {
  it('get the headers that the mock sends, preflights included', async () => {
    const mock = await startMock({ port: 0 });
    const origin = 'https://app.example.com';
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
    const headersFrom = async (base: string, method: string, headers: Readonly<Record<string, string>>) => {
      const response = await fetch(`${base}/acme-corp/sales/Customer`, { method, headers: { origin, ...headers } });
      await response.text();
      const own = [...response.headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary');
      return { status: response.status, own };
    };
    try {
      for (const [method, headers] of [
        ['GET', KEY],
        ['OPTIONS', asked],
      ] as const) {
        const ofMock = await headersFrom(mock.url, method, headers);
        expect(ofMock.own).not.toEqual([]);
        expect(await headersFrom(BASE, method, headers)).toEqual(ofMock);
      }
    } finally {
      await mock.close();
    }
  });
});

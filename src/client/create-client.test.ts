import { describe, expect, it } from '@jest/globals';

import type { Client, ClientOptions } from './index.ts';
import { createClient, TransportError, UnexpectedResponse, unwrap } from './index.ts';

const BASE_URL = 'http://localhost/api/v1/acme-corp/sales';
const RECORD = '{"data":{"id":1}}';

/** A property whose getter throws. */
const BROKEN: PropertyDescriptor = {
  enumerable: true,
  get: () => {
    throw new Error('mine');
  },
};

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** Creates a client whose requests are recorded instead of sent. Each gets the same response. */
function recordingClient(status: number, body: string | null, options: Partial<ClientOptions> = {}) {
  const sent: Sent[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { method, url, headers } = request;
    sent.push({ method, url: url.replace(BASE_URL, ''), headers, body: await request.text() });
    return new Response(body, { status });
  };
  return { sent, fetch, client: createClient({ baseUrl: BASE_URL, apiKey: 'sk_live_test', fetch, ...options }) };
}

describe('createClient', () => {
  const customer = { entityName: 'Customer' };
  const bulk = '{"succeeded":1,"failed":0}';

  it.each<[string, number, string | null, (client: Client) => Promise<{ ok: boolean }>, Omit<Sent, 'headers'>]>([
    [
      'listRecords',
      200,
      '{"data":[],"meta":{"page":2,"size":5,"totalElements":0,"totalPages":0}}',
      (client) => client.listRecords({ ...customer, page: 2, size: 5, sort: 'name,asc', filter: { 'age.gte': '18' } }),
      { method: 'GET', url: '/Customer?page=2&size=5&sort=name%2Casc&filter[age.gte]=18', body: '' },
    ],
    [
      'createRecord',
      201,
      RECORD,
      (client) => client.createRecord({ ...customer, body: { name: 'Jane' } }),
      { method: 'POST', url: '/Customer', body: '{"name":"Jane"}' },
    ],
    [
      'getRecord',
      200,
      RECORD,
      (client) => client.getRecord({ ...customer, id: '1', fields: ['name'], expand: ['order', 'order.items'] }),
      { method: 'GET', url: '/Customer/1?fields=name&expand=order,order.items', body: '' },
    ],
    [
      'updateRecord',
      200,
      RECORD,
      (client) => client.updateRecord({ ...customer, id: 1, body: { name: null } }),
      { method: 'PUT', url: '/Customer/1', body: '{"name":null}' },
    ],
    [
      'deleteRecord',
      204,
      null,
      (client) => client.deleteRecord({ ...customer, id: 1 }),
      { method: 'DELETE', url: '/Customer/1', body: '' },
    ],
    [
      'bulkCreateRecords',
      200,
      bulk,
      (client) => client.bulkCreateRecords({ ...customer, body: [{ name: 'Jane' }] }),
      { method: 'POST', url: '/Customer/bulk', body: '[{"name":"Jane"}]' },
    ],
    [
      'bulkUpdateRecords',
      200,
      bulk,
      (client) => client.bulkUpdateRecords({ ...customer, body: [{ id: 1, name: 'Jane' }] }),
      { method: 'PUT', url: '/Customer/bulk', body: '[{"id":1,"name":"Jane"}]' },
    ],
    [
      'bulkDeleteRecords',
      200,
      bulk,
      (client) => client.bulkDeleteRecords({ ...customer, body: [1] }),
      { method: 'DELETE', url: '/Customer/bulk', body: '[1]' },
    ],
  ])('writes the request of %s', async (_operationId, status, body, call, expected) => {
    const { client, sent } = recordingClient(status, body);
    expect(await call(client)).toMatchObject({ ok: true });
    expect(sent).toMatchObject([expected]);
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer sk_live_test');
  });

  it('sends the headers of the client and of the call; those of the call take precedence', async () => {
    const headers = { 'x-team': 'sales', 'x-request-id': 'a', authorization: 'replaced by the key' };
    const { client, sent } = recordingClient(200, RECORD, { headers });
    await client.getRecord({ ...customer, id: 1 }, { headers: { 'X-Request-Id': 'b' } });
    // Only real runtimes lower-case names; happy-dom keeps them.
    const written = Array.from(sent[0]?.headers ?? [], ([name, value]) => [name.toLowerCase(), value] as const);
    expect(Object.fromEntries(written)).toEqual({
      authorization: 'Bearer sk_live_test',
      accept: 'application/json',
      'x-team': 'sales',
      'x-request-id': 'b',
    });
  });

  it('asks for JSON, unless the caller asks for something else', async () => {
    const { client, sent } = recordingClient(200, RECORD);
    await client.getRecord({ ...customer, id: 1 });
    await client.GET('/{entityName}/{id}', { params: { path: { ...customer, id: '1' } } });
    await client.getRecord({ ...customer, id: 1 }, { headers: { accept: 'application/problem+json' } });
    expect(sent.map(({ headers }) => headers.get('accept'))).toEqual([
      'application/json',
      'application/json',
      'application/problem+json',
    ]);
  });

  it('sends no key if it has none, so that a proxy can add it, and keeps the Authorization header of the caller', async () => {
    const { client, sent } = recordingClient(200, RECORD, { apiKey: undefined });
    await client.getRecord({ ...customer, id: 1 });
    await client.getRecord({ ...customer, id: 1 }, { headers: { Authorization: 'Basic x' } });
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([null, 'Basic x']);
  });

  it.each<[string, (client: Client) => Promise<object>, string]>([
    [
      'a segment that a URL cannot contain',
      (client) => client.getRecord({ ...customer, id: '..' }),
      `id can't be ".."`,
    ],
    ['text that is not valid Unicode', (client) => client.getRecord({ ...customer, id: '\ud800' }), 'malformed'],
    [
      'a body that cannot be written as JSON',
      // @ts-expect-error JSON has no bigint
      (client) => client.createRecord({ ...customer, body: { age: 1n } }),
      'BigInt',
    ],
    [
      'an invalid header name',
      (client) => client.getRecord({ ...customer, id: 1 }, { headers: { 'no name': '' } }),
      'name',
    ],
    [
      'a missing input',
      // @ts-expect-error an input is required
      (client) => client.getRecord(),
      'undefined',
    ],
  ])('rejects %s without sending or throwing anything', async (_name, call, message) => {
    const { client, sent } = recordingClient(200, RECORD);
    const result = await call(client);
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'TransportError', code: 'INVALID_REQUEST', message: expect.stringContaining(message) },
    });
    expect(sent).toEqual([]);
  });

  const byPath = { params: { path: { ...customer, id: '1' } } };
  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['an input', (client) => unwrap(client.getRecord(Object.defineProperty({ ...customer, id: 1 }, 'id', BROKEN)))],
    [
      'a body',
      (client) => unwrap(client.createRecord(Object.defineProperty({ ...customer, body: {} }, 'body', BROKEN))),
    ],
    [
      'the options',
      (client) => unwrap(client.getRecord({ ...customer, id: 1 }, Object.defineProperty({}, 'retry', BROKEN))),
    ],
    [
      'a filter',
      (client) => unwrap(client.listRecords({ ...customer, filter: Object.defineProperty({}, 'age', BROKEN) })),
    ],
    [
      'the options of a call by path',
      (client) => client.GET('/{entityName}/{id}', Object.defineProperty({ ...byPath }, 'body', BROKEN)),
    ],
    [
      'missing options',
      // @ts-expect-error the path has parameters
      (client) => client.GET('/{entityName}/{id}'),
    ],
  ])('rejects with a TransportError when reading %s throws', async (_name, call) => {
    const { client, sent } = recordingClient(200, RECORD);
    await expect(call(client)).rejects.toMatchObject({ name: 'TransportError', code: 'INVALID_REQUEST' });
    expect(sent).toEqual([]);
  });

  it.each([
    ['http://[acme]', undefined],
    ['http://[acme]', recordingClient(200, RECORD).fetch],
    ['http://user:secret@localhost', undefined],
  ])('rejects %s as a base URL on the first call', async (baseUrl, fetch) => {
    const client = createClient({ baseUrl, apiKey: 'sk_live_test', fetch });
    expect(await client.getRecord({ ...customer, id: 1 })).toMatchObject({ error: { code: 'INVALID_REQUEST' } });
    expect(await client.createRecord({ ...customer, body: {} })).toMatchObject({ error: { code: 'INVALID_REQUEST' } });
  });

  it('rejects a read with a body, which the global fetch cannot send', async () => {
    const client = createClient({ baseUrl: BASE_URL, apiKey: 'sk_live_test' });
    // @ts-expect-error a read has no body
    const result = await client.getRecord({ ...customer, id: 1, body: {} });
    expect(result).toMatchObject({ error: { code: 'INVALID_REQUEST' } });
  });

  it('wraps any value a fetch throws, even undefined', async () => {
    const fetch = () => Promise.reject(undefined);
    const { client } = recordingClient(200, RECORD, { fetch, retry: { limit: 0 } });
    const result = await client.getRecord({ ...customer, id: 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'NETWORK', cause: undefined } });
    await expect(client.GET('/{entityName}', { params: { path: customer } })).rejects.toBeInstanceOf(TransportError);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['an empty object', {}],
    [
      'a partial response, as in many mocks',
      { ok: true, status: 200, json: () => Promise.resolve({ data: { id: 1 } }) },
    ],
    ['a 503 without headers', { status: 503, text: () => Promise.resolve('') }],
    [
      'a 404 without headers',
      { status: 404, text: () => Promise.resolve('{"error":{"code":"NOT_FOUND","message":""}}') },
    ],
    [
      'a response whose status throws when read',
      Object.defineProperty({ text: () => Promise.resolve('') }, 'status', BROKEN),
    ],
  ])('returns and throws only its own errors when a fetch returns %s', async (_name, given) => {
    // A cast on purpose: a replacement for `fetch` in a test may return anything.
    const fetch = () => Promise.resolve(given as Response);
    const { client } = recordingClient(200, RECORD, { fetch, retry: { limit: 1, delay: 0 } });
    await expect(client.getRecord({ ...customer, id: 1 })).resolves.toMatchObject({
      ok: false,
      error: expect.any(Error),
    });
    const calls = [
      () => unwrap(client.getRecord({ ...customer, id: 1 })),
      () => client.GET('/{entityName}/{id}', byPath),
    ];
    for (const call of calls) {
      const error: unknown = await call().catch((thrown: unknown) => thrown);
      expect([TransportError, UnexpectedResponse].some((each) => error instanceof each)).toBe(true);
    }
  });

  it('ignores an unknown option, which cannot redirect the request', async () => {
    const { fetch } = globalThis;
    const seen: unknown[] = [];
    globalThis.fetch = async (input, init) => {
      seen.push(new Request(input, init).url);
      return new Response(RECORD);
    };
    try {
      const client = createClient({ baseUrl: BASE_URL, apiKey: 'sk_live_test' });
      const odd = { url: 'https://elsewhere.example' };
      expect(await client.getRecord({ ...customer, id: 1 }, { ...odd, timeout: 5000 })).toMatchObject({ ok: true });
    } finally {
      globalThis.fetch = fetch;
    }
    expect(seen).toEqual([`${BASE_URL}/Customer/1`]);
  });

  it('passes the whole request to the global fetch, looked up at the time of the call', async () => {
    const seen: unknown[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      seen.push([request.method, request.headers.get('content-type'), await request.text()]);
      return new Response(RECORD, { status: request.method === 'POST' ? 201 : 200 });
    };
    try {
      const client = createClient({ baseUrl: BASE_URL, apiKey: 'sk_live_test' });
      expect(await client.createRecord({ ...customer, body: { name: 'Jane' } })).toMatchObject({ ok: true });
      expect(await client.getRecord({ ...customer, id: 1 })).toMatchObject({ ok: true });
      const posted = await client.POST('/{entityName}', { params: { path: customer }, body: { name: 'Joe' } });
      expect(posted).toMatchObject({ data: { data: { id: 1 } } });
    } finally {
      globalThis.fetch = fetch;
    }
    expect(seen).toEqual([
      ['POST', 'application/json', '{"name":"Jane"}'],
      ['GET', null, ''],
      ['POST', 'application/json', '{"name":"Joe"}'],
    ]);
  });
});

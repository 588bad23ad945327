import { describe, expect, it } from '@jest/globals';

import type { Client, ClientOptions } from './index.ts';
import { createClient, TransportError } from './index.ts';

const BASE_URL = 'http://localhost/api/v1/acme-corp/sales';
const RECORD = '{"data":{"id":1}}';

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A client whose requests are kept instead of sent; each gets the same response. */
function recordingClient(status: number, body: string | null, options: Partial<ClientOptions> = {}) {
  const sent: Sent[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { method, url, headers } = request;
    sent.push({ method, url: url.replace(BASE_URL, ''), headers, body: await request.text() });
    return new Response(body, { status });
  };
  return { sent, client: createClient({ baseUrl: BASE_URL, apiKey: 'sk_live_test', fetch, ...options }) };
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

  it('sends the headers of the client, and those of the call before them', async () => {
    const headers = { 'x-team': 'sales', 'x-request-id': 'a', authorization: 'replaced by the key' };
    const { client, sent } = recordingClient(200, RECORD, { headers });
    await client.getRecord({ ...customer, id: 1 }, { headers: { 'X-Request-Id': 'b' } });
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      authorization: 'Bearer sk_live_test',
      'x-team': 'sales',
      'x-request-id': 'b',
    });
  });

  it.each<[string, (client: Client) => Promise<object>, string]>([
    ['a segment that no URL can carry', (client) => client.getRecord({ ...customer, id: '..' }), `id can't be ".."`],
    ['text that is no Unicode', (client) => client.getRecord({ ...customer, id: '\ud800' }), 'malformed'],
    ['a body that is no JSON', (client) => client.createRecord({ ...customer, body: { age: 1n } }), 'BigInt'],
    [
      'a header that is none',
      (client) => client.getRecord({ ...customer, id: 1 }, { headers: { 'no name': '' } }),
      'Headers',
    ],
    [
      'no input at all',
      // @ts-expect-error an input is required
      (client) => client.getRecord(),
      'undefined',
    ],
  ])('refuses %s without sending anything, and without throwing', async (_name, call, message) => {
    const { client, sent } = recordingClient(200, RECORD);
    const result = await call(client);
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'TransportError', code: 'INVALID_REQUEST', message: expect.stringContaining(message) },
    });
    expect(sent).toEqual([]);
  });

  it('refuses a base URL that is none, at the first call', async () => {
    const { client } = recordingClient(200, RECORD, { baseUrl: 'http://[acme]' });
    expect(await client.getRecord({ ...customer, id: 1 })).toMatchObject({ error: { code: 'INVALID_REQUEST' } });
  });

  it('wraps whatever a fetch throws, even nothing', async () => {
    const fetch = () => Promise.reject(undefined);
    const { client } = recordingClient(200, RECORD, { fetch, retry: { limit: 0 } });
    const result = await client.getRecord({ ...customer, id: 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'NETWORK', cause: undefined } });
    await expect(client.GET('/{entityName}', { params: { path: customer } })).rejects.toBeInstanceOf(TransportError);
  });
});

import { METHODS } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract, fail, toEnvelope } from '../contract/index.ts';
import type { TestServer } from './testing/test-server.ts';
import { ask, startTestServer } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

describe('a path that belongs to no operation', () => {
  const routeNotFound = toEnvelope(fail('routeNotFound', { message: contract.scenarios.routeNotFound.example }));

  it.each([
    '/Customer/',
    '//Customer',
    '/Customer//1',
    '/Customer/1/',
    '/Customer/1/2',
    '',
    '/',
    '/../archive/Customer',
    'x',
  ])('%j gets 404 for any method and body', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const answer = await ask(server, { method, path, body: '{', headers: { 'content-type': 'text/plain' } });
      expect([method, answer]).toMatchObject([method, { status: 404, body: routeNotFound }]);
    }
  });
});

describe('a method that a path does not support', () => {
  const methods = METHODS.filter((method) => !['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT'].includes(method));

  it.each(['/Customer', '/Customer/1', '/Customer/bulk'])(
    'gets 400 on %s, with the supported methods in the message',
    async (path) => {
      for (const method of methods) {
        const answer = await ask(server, { method, path });
        const error = {
          code: 'BAD_REQUEST',
          message: expect.stringMatching(`Method ${method} is not supported on this path; use one of GET, HEAD, `),
        };
        expect([method, answer]).toMatchObject([method, { status: 400, body: { error } }]);
      }
    },
  );

  it('gets 401 without a key', async () => {
    for (const method of methods) expect(await ask(server, { method, key: null })).toMatchObject({ status: 401 });
  });

  it('gets 400 on a path that supports others', async () => {
    expect(await ask(server, { method: 'PUT', path: '/Customer' })).toMatchObject({ status: 400 });
    expect(await ask(server, { method: 'POST', path: '/Customer/1', body: {} })).toMatchObject({ status: 400 });
  });
});

describe('HEAD', () => {
  it.each(['/Customer', '/Customer/1', '/Customer/42', '/Nothing', '/Customer/', '/Customer?page=x'])(
    'returns the same as GET for %s, without a body',
    async (path) => {
      const get = await ask(server, { path });
      const head = await ask(server, { path, method: 'HEAD' });
      expect(head).toMatchObject({ status: get.status, text: '' });
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
      expect(head.headers['content-length']).toBe(get.headers['content-length']);
    },
  );
});

describe('a name or an id in a path', () => {
  it.each([
    ['/Customer/01', '01'],
    ['/Customer/1.0', '1.0'],
    ['/Customer/+1', '+1'],
    ['/Customer/-1', '-1'],
    ['/Customer/0', '0'],
    ['/Customer/1e0', '1e0'],
    ['/Customer/1e400', '1e400'],
    ['/Customer/%201', ' 1'],
    ['/Customer/1%20OR%201=1', '1 OR 1=1'],
    [`/Customer/${'9'.repeat(30)}`, '9'.repeat(30)],
    ['/Customer/9007199254740993', '9007199254740993'],
    [`/Customer/${'x'.repeat(5000)}`, 'x'.repeat(5000)],
    ['/Customer/%C3%BC%F0%9F%98%80', 'ü😀'],
    ['/Customer/%D9%A1', '١'],
    ['/Customer/%00', '\0'],
    ['/Customer/..', '..'],
    ['/Customer/%2e%2e', '..'],
    ['/Customer/1%2F2', '1/2'],
    ['/Customer/100%25', '100%'],
    ['/Customer/%2531', '%31'],
    ['/Customer/1;x', '1;x'],
    ['/Customer/bulk', 'bulk'],
    ['/Customer/$&', '$&'],
    ['/Customer/%7Bid%7D', '{id}'],
  ])('%.40s is quoted as it was sent, percent-decoded', async (path, id) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      if (id === 'bulk' && method !== 'GET') continue;
      const answer = await ask(server, { method, path, ...(method === 'PUT' ? { body: {} } : {}) });
      expect(answer).toMatchObject({ status: 404, body: toEnvelope(fail('recordNotFound', { id })) });
    }
  });

  it.each([
    ['/customer', 'customer'],
    ['/Customer%2F1', 'Customer/1'],
    ['/Customer%00', 'Customer\0'],
    ['/customers', 'customers'],
    ['/keys', 'keys'],
    ['/toString', 'toString'],
    ['/__proto__', '__proto__'],
    ['/%22;drop', '";drop'],
  ])('%s is not an entity', async (path, entityName) => {
    expect(await ask(server, { path })).toMatchObject({
      status: 404,
      body: toEnvelope(fail('entityNotFound', { entityName })),
    });
  });

  it.each([
    '/Customer/%zz',
    '/Customer/100%',
    '/Customer/%E0%A4',
    '/Customer/%C0%80',
    '/%zz',
    '/Customer/1#x',
    '/Customer#',
  ])('%s is malformed: 400, and 401 without a key', async (path) => {
    for (const method of ['GET', 'DELETE']) {
      if (method === 'DELETE' && !path.includes('/', 1)) continue;
      expect(await ask(server, { method, path })).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining('The path') } },
      });
      expect(await ask(server, { method, path, key: null })).toMatchObject({ status: 401 });
    }
  });

  it('may be percent-encoded', async () => {
    expect(await ask(server, { path: '/%43ustomer/%31' })).toMatchObject({ status: 200, body: { data: { id: 1 } } });
  });
});

describe('the id of a request', () => {
  it.each(['a', 'request-1.A_b', 'x'.repeat(128)])("is the caller's if it is valid: %s", async (id) => {
    for (const path of ['/Customer', '/Nothing', 'nowhere']) {
      const { headers } = await ask(server, { path, headers: { 'x-request-id': id } });
      expect(headers['x-request-id']).toBe(id);
    }
  });

  it.each(['', 'x'.repeat(129), 'a b', 'a,b', '<script>'])('is generated if the caller sends %j', async (id) => {
    const { headers } = await ask(server, { headers: { 'x-request-id': id } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('is different for every request', async () => {
    const [one, other] = [await ask(server), await ask(server)];
    expect(one.headers['x-request-id']).not.toBe(other.headers['x-request-id']);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';

import type { Question, TestServer } from './testing/test-server.ts';
import { ask, askBytes, startTestServer } from './testing/test-server.ts';

const APP = 'https://app.example.com';
const OTHER = 'https://other.example.com';

let server: TestServer;
afterEach(() => server.close());

const preflight = (origin: string, path = '/Customer/1', method = 'DELETE'): Question => ({
  method: 'OPTIONS',
  path,
  key: null,
  headers: {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': 'authorization,content-type',
  },
});

const corsHeadersOf = async (question: Question) => {
  const { headers } = await ask(server, question);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^(access-control-|vary$)/.test(name)));
};

/** One request for every way to a response: the operations, their refusals, the router, the parsers. */
const requests: Readonly<Record<string, Question>> = {
  'a success': {},
  'a created record': { method: 'POST', body: { name: 'Jane', email: 'jane@example.com' } },
  'a response without a body': { method: 'DELETE', path: '/Customer/3' },
  'a request without a key': { key: null },
  'a record that does not exist': { path: '/Customer/42' },
  'an invalid record': { method: 'POST', body: { name: 1 } },
  'a malformed body': { method: 'POST', body: '{' },
  'a body that is too large': { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) },
  'a method that no operation has': { method: 'PATCH' },
  'a path that no operation has': { path: 'nowhere' },
  'a malformed escape': { path: '/Customer/%zz' },
  'an internal error': { headers: { 'x-fault': 'internalError' } },
};

const from = (origin: string, question: Question): Question => ({
  ...question,
  headers: { ...question.headers, origin },
});

describe.each(Object.entries(requests))('CORS for %s', (_title, question) => {
  it('is off by default', async () => {
    server = await startTestServer({ faults: true });
    expect(await corsHeadersOf(from(APP, question))).toEqual({});
  });

  it('allows the origins that were named, and no other', async () => {
    server = await startTestServer({ faults: true, cors: [APP, 'http://localhost:5173'] });
    for (const origin of [APP, 'http://localhost:5173'])
      expect(await corsHeadersOf(from(origin, question))).toEqual({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'x-request-id, www-authenticate, retry-after',
        vary: 'origin',
      });
    for (const origin of [OTHER, 'null', `${APP}.evil.example`, APP.toUpperCase(), `${APP}/`, '*'])
      expect(await corsHeadersOf(from(origin, question))).toEqual({ vary: 'origin' });
    expect(await corsHeadersOf(question)).toEqual({ vary: 'origin' });
  });

  it('allows every origin with *', async () => {
    server = await startTestServer({ faults: true, cors: ['*'] });
    for (const origin of [APP, 'null'])
      expect(await corsHeadersOf(from(origin, question))).toEqual({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'x-request-id, www-authenticate, retry-after',
      });
  });
});

describe('a preflight', () => {
  const paths = ['/Customer', '/Customer/1', '/Customer/bulk', '/Unknown/1', 'acme-corp/nowhere/Customer', 'nowhere'];

  it.each(paths)('of %s needs no key', async (path) => {
    server = await startTestServer({ cors: [APP] });
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const { status, text, headers } = await ask(server, preflight(APP, path, method));
      expect({ status, text }).toEqual({ status: 204, text: '' });
      expect(headers).toMatchObject({
        'access-control-allow-origin': APP,
        'access-control-allow-methods': expect.stringMatching(/^(?=.*GET)(?=.*POST)(?=.*PUT)(?=.*DELETE)/),
        'access-control-allow-headers': 'authorization,content-type',
        'access-control-max-age': '600',
        'x-request-id': expect.any(String),
      });
    }
  });

  it('of an origin that is not allowed gets no permission', async () => {
    server = await startTestServer({ cors: [APP] });
    expect(await ask(server, preflight(OTHER))).toMatchObject({ status: 204 });
    expect(await corsHeadersOf(preflight(OTHER))).toEqual({ vary: 'origin' });
  });

  it('is an ordinary request while CORS is off', async () => {
    server = await startTestServer();
    expect(await ask(server, preflight(APP))).toMatchObject({ status: 401 });
  });

  it.each([
    ['Origin', { 'access-control-request-method': 'GET' }],
    ['Access-Control-Request-Method', { origin: APP }],
  ])('is only one with the header %s', async (_name, headers) => {
    server = await startTestServer({ cors: [APP] });
    expect(await ask(server, { method: 'OPTIONS', key: null, headers })).toMatchObject({ status: 401 });
  });

  it('is followed by a request that still needs a key', async () => {
    server = await startTestServer({ cors: ['*'] });
    expect(await ask(server, { key: null, headers: { origin: APP } })).toMatchObject({ status: 401 });
  });
});

it('lets every page read a response to bytes that are not a request, with *', async () => {
  server = await startTestServer({ cors: ['*'] });
  expect(await askBytes(server, 'NONSENSE\r\n\r\n')).toMatch(/^access-control-allow-origin: \*\r$/m);
});

import { connect } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { isPair, readEnvelope } from '../contract/index.ts';
import { runMock } from './testing.ts';

const { send, url } = runMock();
const SALES = '/acme-corp/sales';

/** Sends raw bytes, and reads until the mock closes the connection. */
function sendRaw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url()).port), '127.0.0.1', () => socket.end(request));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString())).on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

function raw(requestLine: string, ...headers: readonly string[]): string {
  const common = ['Host: mock', 'Authorization: Bearer sk_test_read_write', 'Connection: close'];
  return [requestLine, ...common, ...headers, '', ''].join('\r\n');
}

function expectEnvelope(received: string, expectedStatus: number): void {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${expectedStatus} `));
  expect(head).toMatch(/^content-type: application\/json$/im);
  expect(head).toMatch(/^x-request-id: \S+$/im);
  expect(isPair(expectedStatus, readEnvelope(JSON.parse(body))?.code)).toBe(true);
}

describe('a path that belongs to no operation', () => {
  it.each([
    'GET /x/100% HTTP/1.1',
    'POST / HTTP/1.1',
    'GET /_page HTTP/1.1',
    'GET /_page/nothing HTTP/1.1',
    'GET /api/v1 HTTP/1.1',
    'GET /api/v1/acme-corp/sales HTTP/1.1',
    'GET /api/v1/acme-corp/sales/ HTTP/1.1',
    'GET /api/v1/acme-corp/sales/Customer/ HTTP/1.1',
    'GET /api/v1/acme-corp//Customer HTTP/1.1',
    'GET /api/v1/acme-corp/sales/Customer/1/2 HTTP/1.1',
    'OPTIONS * HTTP/1.1',
  ])('%s is not found', async (requestLine) => {
    expectEnvelope(await sendRaw(raw(requestLine)), 404);
  });
});

describe('a path without the part before the entity', () => {
  it.each(['', '/acme-corp/sales'])('gets an example of a valid path in the message: %s/Customer', async (start) => {
    const response = await fetch(new URL(`${start}/Customer`, url()));
    expect(readEnvelope(await response.json())?.message).toBe(
      'No operation has this path; an example of a valid path is /api/v1/acme-corp/sales/Customer',
    );
  });
});

describe('an unusual form of a path', () => {
  it.each([
    ['GET http://elsewhere/api/v1/acme-corp/sales/Customer?size=1 HTTP/1.1', 200],
    ['GET /api/v1/acme-corp/sales/%43ustomer HTTP/1.1', 200],
    ['HEAD /api/v1/acme-corp/sales/Customer HTTP/1.1', 200],
    ['DELETE /api/v1/acme-corp/sales/Customer/%62ulk HTTP/1.1', 400],
    ['GET /api/v1/acme-corp/sales/Customer/.. HTTP/1.1', 404],
    ['GET /api/v1/acme-corp/sales/Customer/%2e%2e HTTP/1.1', 404],
    ['GET /api/v1/acme-corp/sales/Customer/%00 HTTP/1.1', 404],
    ['GET /api/v1/acme-corp/sales/Customer/bulk HTTP/1.1', 404],
  ])('%s returns %d', async (requestLine, status) => {
    expect(await sendRaw(raw(requestLine))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });
});

describe('a method that the path does not support', () => {
  it.each(['PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'])('%s is a bad request', async (method) => {
    expectEnvelope(await sendRaw(raw(`${method} /api/v1/acme-corp/sales/Customer HTTP/1.1`)), 400);
  });

  it('is refused even if another operation supports it', async () => {
    expect(await send({ method: 'PUT', path: `${SALES}/Customer` })).toMatchObject({
      status: 400,
      body: { error: { message: 'This path does not support PUT; use GET or POST' } },
    });
  });

  it('HEAD returns the Content-Length of GET and no body', async () => {
    const received = await sendRaw(raw('HEAD /api/v1/acme-corp/sales/Customer/404 HTTP/1.1'));
    expect(received).toMatch(/^HTTP\/1\.1 404 [^]*content-length: [1-9]/i);
    expect(received.endsWith('\r\n\r\n')).toBe(true);
  });
});

describe('broken framing', () => {
  const target = 'POST /api/v1/acme-corp/sales/Customer HTTP/1.1';

  it.each([
    ['text that is not HTTP', 'hello\r\n\r\n'],
    ['an unknown method', raw('BREW /api/v1/acme-corp/sales/Customer HTTP/1.1')],
    ['two lengths', raw(target, 'Content-Length: 2', 'Transfer-Encoding: chunked')],
    ['a bad length', raw(target, 'Content-Length: x')],
    ['a bad chunk', `${raw(target, 'Transfer-Encoding: chunked')}zz\r\n`],
    ['a header over the limit', raw(target, `X-Long: ${'x'.repeat(20_000)}`)],
    ['no Host', 'GET /api/v1/acme-corp/sales/Customer HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two Hosts', raw('GET /api/v1/acme-corp/sales/Customer HTTP/1.1', 'Host: other')],
    ['an unknown expectation', raw('GET /api/v1/acme-corp/sales/Customer HTTP/1.1', 'Expect: the-unexpected')],
    ['CONNECT', raw('CONNECT mock:80 HTTP/1.1')],
  ])('%s is a bad request', async (_what, request) => {
    expectEnvelope(await sendRaw(request), 400);
  });

  it('gets a response that pages of any origin can read', async () => {
    const received = await sendRaw(raw(target, `X-Long: ${'x'.repeat(20_000)}`));
    expect(received).toMatch(/^access-control-allow-origin: \*\r$/im);
    expect(received).toMatch(/^access-control-expose-headers: X-Request-Id, WWW-Authenticate\r$/im);
  });

  it('two Authorization headers count as no key', async () => {
    const received = await sendRaw(
      raw('GET /api/v1/acme-corp/sales/Customer HTTP/1.1', 'Authorization: Bearer sk_test_read_write'),
    );
    expectEnvelope(received, 401);
  });

  it('leaves the mock running', async () => {
    await sendRaw(`${raw(target, 'Content-Length: 100')}{`).catch(() => undefined);
    expect((await send({ path: `${SALES}/Customer` })).status).toBe(200);
  });
});

describe('a body that the operation does not accept', () => {
  it.each([
    ['malformed JSON', '{', {}],
    ['another JSON type', [], {}],
    ['null', 'null', {}],
    ['a byte order mark', '\uFEFF{}', {}],
    ['a form', 'name=Ann', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['a similar content type', '{}', { 'Content-Type': 'application/json-seq' }],
    ['a compressed body', '{}', { 'Content-Encoding': 'gzip' }],
    ['a body over 1 MiB', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }), {}],
    ['an empty body', undefined, {}],
  ])('%s is a bad request', async (_what, body, headers) => {
    const answer = await send({ method: 'POST', path: `${SALES}/Customer`, headers, body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BAD_REQUEST' } } });
  });

  it('is reported as too long', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(1024 * 1024) });
    for (const method of ['POST', 'DELETE']) {
      const path = method === 'POST' ? `${SALES}/Customer` : `${SALES}/Customer/1`;
      const answer = await send({ method, path, body });
      expect(readEnvelope(answer.body)?.message).toContain('longer than 1 MiB');
    }
  });

  it('is checked after the key', async () => {
    expect((await send({ method: 'POST', path: `${SALES}/Customer`, key: null, body: '{' })).status).toBe(401);
  });

  it('is accepted with a charset in the content type', async () => {
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    const body = { name: 'Ann', email: 'ann@example.com' };
    expect((await send({ method: 'POST', path: `${SALES}/Customer`, headers, body })).status).toBe(201);
  });

  it.each([
    ['{"__proto__":{"name":"x"}}', 'the key __proto__'],
    ['{"name":"Ann","name":"Bob"}', 'the same key twice'],
    ['{"name":"Ann","age":1e400}', 'out of range'],
    [`{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'deeper than 20'],
  ])('%.20s… is refused with the reason: %s', async (body, reason) => {
    const answer = await send({ method: 'POST', path: `${SALES}/Customer`, body });
    expect(answer.status).toBe(400);
    expect(readEnvelope(answer.body)?.message).toContain(reason);
  });
});

describe('a parameter that the operation does not accept', () => {
  it.each([
    ['page', '?page=-1'],
    ['page', '?page=1.5'],
    ['page', '?page=0x10'],
    ['page', '?page='],
    ['page', '?page=1&page=1'],
    ['size', '?size=0'],
    ['size', '?size=101'],
    ['sort', '?sort=nope,asc'],
    ['sort', '?sort=name;drop%20table'],
    ['filter', '?filter=name'],
    ['filter[nope]', '?filter[nope]=x'],
    ['filter[age.like%20]', '?filter[age.like%2520]=x'],
    ['filter[age]', '?filter[age]=abc'],
    ['filter[age.like]', '?filter[age.like]=1'],
    ['fields', '?fields=name,nope'],
    ['fields', '?fields=name.first'],
    ['expand', '?expand=nope'],
    ['a b', '?expand=a+b'],
    ['Parameter filter[name] ', '?filter[name]=%zz'],
  ])('%s is named in the message when %s is refused', async (name, query) => {
    const answer = await send({ path: `${SALES}/Customer${query}` });
    expect(answer.status).toBe(400);
    expect(readEnvelope(answer.body)?.message).toContain(name);
  });

  it('is reported together with the other invalid parameters', async () => {
    const { body } = await send({ path: `${SALES}/Customer?page=-1&size=0` });
    expect(readEnvelope(body)?.message).toMatch(/page.*size/);
  });

  it.each([
    '?sort=name,desc',
    '?filter[age.gte]=3&filter[name]=Ann+Lee',
    '?unknown=1',
    '?fields=id,name',
    '?__proto__=1',
  ])('is not found in %s', async (query) => {
    expect((await send({ path: `${SALES}/Customer${query}` })).status).toBe(200);
  });
});

describe('the request id', () => {
  it('is the one that the caller sent, if it is well-formed', async () => {
    const { headers } = await send({ path: '/nothing', headers: { 'X-Request-Id': 'my-id.1' } });
    expect(headers.get('x-request-id')).toBe('my-id.1');
  });

  it.each(['two words', 'x'.repeat(129)])('is generated if the caller’s is malformed: %.10s', async (id) => {
    const { headers } = await send({ path: '/nothing', headers: { 'X-Request-Id': id } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { TestServer } from './testing/test-server.ts';
import { ask, askBytes, demoKeys, startTestServer } from './testing/test-server.ts';

const HOST = 'Host: localhost\r\n';
const KEY = `Authorization: Bearer ${demoKeys.readWrite}\r\n`;
const JSON_TYPE = 'Content-Type: application/json\r\n';
const PATH = '/api/v1/acme-corp/sales/Customer';

describe('malformed HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ timeouts: { headers: 200, request: 400 } });
  });
  afterAll(async () => {
    // Nothing was logged as an unexpected error.
    expect(server.logged).toEqual([]);
    await server.close();
  });

  it.each([
    ['an unknown method', `FOO ${PATH} HTTP/1.1\r\n${HOST}${KEY}\r\n`, 'The method is unknown'],
    ['CONNECT', `CONNECT localhost:1 HTTP/1.1\r\n${HOST}${KEY}\r\n`, 'Method CONNECT'],
    ['bytes that are not HTTP', '\x16\x03\x01\x02\x00\r\n\r\n', 'method'],
    ['an unsupported HTTP version', `GET ${PATH} HTTP/3.0\r\n${HOST}\r\n`, 'not well-formed HTTP'],
    ['a space in the path', `GET ${PATH}/1 OR 1=1 HTTP/1.1\r\n${HOST}${KEY}\r\n`, 'not well-formed HTTP'],
    ['non-ASCII bytes in the path', `GET ${PATH}/\xc3\xbc HTTP/1.1\r\n${HOST}${KEY}\r\n`, 'not well-formed HTTP'],
    ['no Host', `GET ${PATH} HTTP/1.1\r\n${KEY}\r\n`, 'Header Host'],
    ['two Hosts', `GET ${PATH} HTTP/1.1\r\n${HOST}${HOST}${KEY}\r\n`, 'Header Host'],
    ['an unsupported expectation', `POST ${PATH} HTTP/1.1\r\n${HOST}${KEY}Expect: nonsense\r\n\r\n`, 'Header Expect'],
    ['headers over the limit', `GET ${PATH} HTTP/1.1\r\n${HOST}X: ${'x'.repeat(20_000)}\r\n\r\n`, 'longer than 16 KiB'],
    [
      'headers far over the limit',
      `GET ${PATH} HTTP/1.1\r\n${HOST}X: ${'x'.repeat(2_000_000)}\r\n\r\n`,
      'longer than 16 KiB',
    ],
    ['a URL over the limit', `GET ${PATH}?${'x'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`, 'longer than 16 KiB'],
    [
      'two lengths',
      `POST ${PATH} HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      'not well-formed HTTP',
    ],
    [
      'a negative length',
      `POST ${PATH} HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Content-Length: -1\r\n\r\n`,
      'not well-formed',
    ],
    [
      'a bad chunk',
      `POST ${PATH} HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nZZ\r\n`,
      'not well-formed HTTP',
    ],
    ['slow headers', `GET ${PATH} HTTP/1.1\r\n${HOST}`, 'took too long'],
    ['a slow body', `POST ${PATH} HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Content-Length: 9\r\n\r\n{`, 'took too long'],
    [
      'a target that is not a valid URL',
      `GET http://localhost${PATH}#x HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
      'URL',
    ],
  ])('gets 400 and closes the connection: %s', async (_title, bytes, message) => {
    const [head = '', body = '', ...rest] = (await askBytes(server, bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(head).toMatch(/^content-type: application\/json(; charset=utf-8)?$/im);
    expect(head).toMatch(/^x-request-id: \S+$/im);
    expect(head).toMatch(/^connection: close$/im);
    expect(head).toContain(`content-length: ${body.length}`);
    expect(JSON.parse(body)).toEqual({ error: { code: 'BAD_REQUEST', message: expect.stringContaining(message) } });
    expect(rest).toEqual([]);
  });

  it('gets one response if a request that was rejected by its headers is also too slow', async () => {
    const answer = await askBytes(server, `POST ${PATH} HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: 9\r\n\r\n{`);
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401']);
  });

  it('closes the connection even if the client does not', async () => {
    const { hostname, port } = new URL(server.url);
    const reset = await new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () =>
        socket.write('FOO\r\n\r\n'),
      );
      // The client keeps its side open and continues to send until the server resets the connection.
      const timer = setInterval(() => socket.write('x'), 50);
      socket.resume();
      socket.on('error', resolve);
      socket.on('close', () => clearInterval(timer));
    });
    expect(reset).toMatchObject({ code: expect.stringMatching(/^(EPIPE|ECONNRESET)$/) });
  });

  it('does no harm if the client resets the connection', async () => {
    const { hostname, port } = new URL(server.url);
    for (const bytes of ['CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n', 'FOO\r\n\r\n']) {
      await new Promise((resolve) => {
        const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
        socket.once('data', () => socket.resetAndDestroy());
        socket.on('close', resolve);
      });
      // The reset has arrived by the time a later request gets its response.
      expect(await ask(server)).toMatchObject({ status: 200 });
    }
  });

  it.each([
    ['an unknown method', `FOO / HTTP/1.1\r\n\r\n`],
    ['CONNECT', `CONNECT localhost:1 HTTP/1.1\r\n${HOST}\r\n`],
    ['an unsupported expectation', `GET ${PATH} HTTP/1.1\r\n${HOST}${KEY}Expect: nonsense\r\n\r\n`],
    [
      'a bad chunk',
      `POST ${PATH} HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nZZ\r\n`,
    ],
  ])('does not suppress the response to the request before it: %s', async (_title, bytes) => {
    const change = `PUT ${PATH}/1 HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Content-Length: 10\r\n\r\n{"age":36}`;
    const answer = await askBytes(server, change + bytes);
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });

  it('stores nothing if the client disconnects in the middle of a request', async () => {
    const before = await ask(server);
    const body = '{"name":"Gone","email":"gone@example.com"}';
    const head = `POST ${PATH} HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Content-Length: ${body.length + 1}\r\n\r\n`;
    const { hostname, port } = new URL(server.url);
    await new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port) }, () =>
        socket.write(head + body, () => socket.destroy()),
      );
      socket.on('close', resolve);
    });
    expect(await ask(server)).toMatchObject({ status: 200, body: before.body });
  });

  it('does not include HTTP/1.0 without a Host, OPTIONS * or absolute targets', async () => {
    expect(await askBytes(server, `GET ${PATH}/1 HTTP/1.0\r\n${KEY}\r\n`)).toContain('HTTP/1.1 200');
    expect(await askBytes(server, `OPTIONS * HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`)).toContain('HTTP/1.1 404');
    const absolute = `GET http://localhost${PATH}/1 HTTP/1.1\r\n${HOST}${KEY}Connection: close\r\n\r\n`;
    expect(await askBytes(server, absolute)).toContain('HTTP/1.1 200');
  });
});

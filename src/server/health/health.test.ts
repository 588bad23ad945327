import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract, fail, toEnvelope } from '../../contract/index.ts';
import type { TestServer } from '../testing/test-server.ts';
import { ask, startTestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

describe.each([
  ['/healthz', '{"status":"alive"}'],
  ['/readyz', '{"status":"ready"}'],
])('%s', (path, body) => {
  const at = (place: string): URL => new URL(place, server.url);

  it('responds without a key, and forbids caching', async () => {
    const response = await fetch(at(path));
    expect([response.status, await response.text()]).toEqual([200, body]);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toMatch(/^\S{36}$/);
    const head = await fetch(at(path), { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([
      200,
      '',
      String(body.length),
    ]);
  });

  it('has no other methods and no subpaths', async () => {
    const routeNotFound = toEnvelope(fail('routeNotFound', { message: contract.scenarios.routeNotFound.example }));
    for (const [method, place] of [
      ['POST', path],
      ['DELETE', path],
      ['OPTIONS', path],
      ['GET', `${path}/`],
      ['GET', `${path}/x`],
      ['GET', path.toUpperCase()],
      ['GET', `/api/v1${path}`],
    ] as const) {
      const response = await fetch(at(place), { method });
      expect([method, place, response.status, await response.json()]).toEqual([method, place, 404, routeNotFound]);
    }
  });

  it('is an ordinary entity name within the API', async () => {
    expect(await ask(server, { path: `${path}` })).toMatchObject({
      status: 404,
      body: toEnvelope(fail('entityNotFound', { entityName: path.slice(1) })),
    });
  });
});

describe('a server that is stopping', () => {
  it('is alive and not ready', async () => {
    const own = await startTestServer();
    const { hostname, port } = new URL(own.url);
    const requests = ['/healthz', '/readyz'].map((path) => {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.write(`GET ${path} HTTP/1.1\r\n`);
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      const answer = once(socket, 'end').then(() => Buffer.concat(chunks).toString());
      return { finish: () => socket.write('Host: localhost\r\n\r\n'), answer };
    });
    // A later request gets its response, so the first bytes have arrived.
    await ask(own);
    const closed = own.close();
    for (const { finish } of requests) finish();
    const [alive, ready] = await Promise.all(requests.map(({ answer }) => answer));
    expect(alive).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*connection: close\r\n[^]*\{"status":"alive"\}$/i);
    expect(ready).toMatch(
      /^HTTP\/1\.1 503 [^]*connection: close\r\n[^]*\{"status":"unavailable","reason":"stopping"\}$/i,
    );
    await closed;
  });
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { readEnvelope } from '../../contract/index.ts';
import { openPrism } from '../prism/prism.ts';
import { demoWorkspaces, triggers } from '../../mock-core/index.ts';
import { runMock } from '../testing.ts';
import { requestListener } from './request-listener.ts';

const { send, url } = runMock();
const path = '/acme-corp/sales/Customer';

/** Sends one request on its own connection. Returns what the client received, and how the connection ended. */
async function watch(
  method: string,
  ...headers: readonly string[]
): Promise<{ received: string; ended: string | undefined }> {
  const socket = connect(Number(new URL(url()).port), '127.0.0.1');
  const lines = [`${method} /api/v1${path} HTTP/1.1`, 'Host: mock', 'Authorization: Bearer sk_test_read_write'];
  socket.write([...lines, ...headers, '', ''].join('\r\n'));
  let received = '';
  socket.on('data', (chunk) => (received += chunk.toString()));
  const ended = await once(socket, 'end').then(
    () => 'closed',
    (error: NodeJS.ErrnoException) => error.code,
  );
  socket.destroy();
  return { received, ended };
}

describe('X-Mock-Fault', () => {
  it('reset resets the connection before any response', async () => {
    expect(await watch('GET', 'X-Mock-Fault: reset')).toEqual({ received: '', ended: 'ECONNRESET' });
  });

  it('truncate breaks the response off halfway', async () => {
    const { received, ended } = await watch('GET', 'X-Mock-Fault: truncate');
    const [head = '', body = ''] = received.split('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(body.length).toBeGreaterThan(0);
    expect(body.length).toBeLessThan(length);
    expect(ended).toBe('closed');
  });

  it('truncate cuts the header of a response without a body', async () => {
    expect(await watch('HEAD', 'X-Mock-Fault: truncate')).toEqual({ received: 'HTTP/1.1 200 ', ended: 'closed' });
  });

  it('truncate applies to a response requested with Prefer', async () => {
    const { received } = await watch('GET', 'X-Mock-Fault: truncate', 'Prefer: code=500');
    expect(received).toMatch(/^HTTP\/1\.1 500 /);
  });

  it('html returns an HTML page with 502, as a gateway does', async () => {
    const response = await fetch(`${url()}${path}`, { headers: { 'X-Mock-Fault': 'html' } });
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-request-id')).toBeNull();
    expect(response.headers.get('www-authenticate')).toBeNull();
    expect(await response.text()).toContain('<title>502 Bad Gateway</title>');
  });

  it('timeout never responds, and does not hold up other requests', async () => {
    const patience = new AbortController();
    const waiting = fetch(`${url()}${path}`, { headers: { 'X-Mock-Fault': 'timeout' }, signal: patience.signal });
    expect((await send({ path })).status).toBe(200);
    patience.abort();
    await expect(waiting).rejects.toThrow('aborted');
  });

  it('refuses an unknown value with a message that lists the valid ones', async () => {
    const { status, body } = await send({ path, headers: { 'X-Mock-Fault': 'fire' } });
    const message = 'X-Mock-Fault must be one of reset, truncate, html, timeout, not "fire"';
    expect({ status, body }).toEqual({ status: 400, body: { error: { code: 'BAD_REQUEST', message } } });
  });
});

describe('X-Mock-Delay', () => {
  it('delays the response by that many milliseconds', async () => {
    const slept: number[] = [];
    const sleep = async (milliseconds: number): Promise<boolean> => {
      slept.push(milliseconds);
      return true;
    };
    const server = createServer(
      requestListener(
        openPrism(),
        () => demoWorkspaces,
        () => undefined,
        sleep,
      ),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const headers = { Authorization: 'Bearer sk_test_read_write', 'X-Mock-Delay': '120' };
    const { status } = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { headers }).finally(() => {
      server.close();
      server.closeAllConnections();
    });
    expect({ status, slept }).toEqual({ status: 200, slept: [120] });
  });

  it.each(['-1', '1.5', 'soon', ''])('refuses the value "%s"', async (delay) => {
    const { status, body } = await send({ path, headers: { 'X-Mock-Delay': delay } });
    expect(status).toBe(400);
    expect(readEnvelope(body)?.message).toBe(`X-Mock-Delay must be a whole number of milliseconds, not "${delay}"`);
  });

  it('ends when the client disconnects', async () => {
    const patience = new AbortController();
    const headers = { 'X-Mock-Delay': String(triggers.delayHeader.longest) };
    const waiting = fetch(`${url()}${path}`, { headers, signal: patience.signal });
    patience.abort();
    await expect(waiting).rejects.toThrow('aborted');
  });
});

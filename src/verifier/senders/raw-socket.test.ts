import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { CLOSED_WITHOUT_ANSWER, sendRaw } from './raw-socket.ts';
import type { Connection } from './sender.ts';
import { TargetUnavailable } from './target-unavailable.ts';
import { Traffic } from './traffic.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Starts a server that calls `onData` whenever it receives bytes, and records them. */
async function listen(onData: (socket: Socket) => void): Promise<{ connection: Connection; sent: () => string }> {
  const chunks: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      onData(socket);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/api`;
  return {
    connection: { baseUrl, timeout: 200, headers: { 'x-gate': 'open' }, insecure: false },
    sent: () => Buffer.concat(chunks).toString('latin1'),
  };
}

const answer = (text: string) => (socket: Socket) => socket.end(text);
const request = { method: 'GET', path: '/a b', headers: { One: '1', one: '2' } };

describe('sendRaw', () => {
  it('writes a request verbatim, after the base path and with the headers of the connection', async () => {
    const { connection, sent } = await listen(answer('HTTP/1.1 204 No Content\r\n\r\n'));
    const body = Buffer.from([0xc3, 0x28]);
    const exchange = await sendRaw(connection, { ...request, body: '�', bytes: body });
    const { host } = new URL(connection.baseUrl);
    expect(sent()).toBe(
      `GET /api/a b HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\nx-gate: open\r\nOne: 1\r\none: 2\r\n\r\n\xc3(`,
    );
    expect(exchange).toMatchObject({ request: { ...request, body: '�' }, response: { status: 204 } });
    expect(exchange.request).not.toHaveProperty('bytes');
  });

  it('omits headers that the request sets itself, and Host on demand', async () => {
    const { connection, sent } = await listen(answer('HTTP/1.1 204 No Content\r\n\r\n'));
    await sendRaw(connection, { ...request, headers: { 'X-Gate': 'shut' }, withoutHost: true });
    expect(sent()).toBe('GET /api/a b HTTP/1.1\r\nconnection: close\r\nX-Gate: shut\r\n\r\n');
  });

  it('distinguishes a closed connection from a silent one', async () => {
    const closed = await listen((socket) => socket.resetAndDestroy());
    expect(await sendRaw(closed.connection, request)).toMatchObject({ failure: CLOSED_WITHOUT_ANSWER });
    const silent = await listen(() => undefined);
    expect(await sendRaw(silent.connection, request)).toMatchObject({ failure: 'timed out after 200 ms' });
  });

  it('quotes a response that is not HTTP', async () => {
    const { connection } = await listen(answer('SSH-2.0'));
    expect(await sendRaw(connection, request)).toMatchObject({ failure: 'the response is not HTTP: "SSH-2.0"' });
  });

  it('reads a body after the head of a response to HEAD, on a connection that stays open', async () => {
    const { connection } = await listen((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'));
    const patient = { ...connection, timeout: 600_000 };
    const exchange = await sendRaw(patient, { ...request, method: 'HEAD' });
    expect(exchange).toMatchObject({ response: { status: 200, body: '{}' } });
  });

  it('retries while a gateway refuses, then gives up', async () => {
    const { connection, sent } = await listen(answer('HTTP/1.1 503 Busy\r\nRetry-After: 0\r\n\r\n'));
    let waited = 0;
    const clock = {
      now: () => waited,
      wait: (milliseconds: number) => {
        waited += milliseconds;
        return Promise.resolve();
      },
    };
    const impatient = { ...connection, traffic: new Traffic({ clock }) };
    await expect(sendRaw(impatient, request)).rejects.toThrow(/503 from a gateway/);
    expect(sent().match(/GET/g)?.length).toBeGreaterThan(3);
    expect(waited).toBeLessThanOrEqual(60_000);
  });

  it('rejects if the target cannot be reached', async () => {
    const { connection } = await listen(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await expect(sendRaw(connection, request)).rejects.toThrow(TargetUnavailable);
  });
});

import { closeSync, openSync } from 'node:fs';

import { afterEach, describe, expect, it } from '@jest/globals';

import { demoKeys, openRequest } from '../src/server/testing/test-server.ts';
import type { ServedProcess } from './served-process.ts';
import { killServedProcesses, serveInProcess, serveOwnInProcess } from './served-process.ts';

afterEach(killServedProcesses);

const jane = { name: 'Jane Doe', email: 'jane@example.com' };

function get(url: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const authorization = `Bearer ${demoKeys.readWrite}`;
  return fetch(`${url}/acme-corp/sales${path}`, { headers: { authorization, connection: 'close', ...headers } });
}

/** Returns the log lines of a server. */
function logged(served: ServedProcess): readonly unknown[] {
  const lines = served.errors().trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

describe('serve', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'responds to the open requests on %s, and exits with 0',
    async (signal) => {
      const served = await serveInProcess([]);
      const { finish, answer } = await openRequest(served, jane);
      const ended = served.end(signal);
      finish();
      // The body and the signal may arrive in either order. The connection ends either way.
      expect(await answer).toContain('HTTP/1.1 201 Created');
      expect([await ended, served.errors()]).toEqual([0, '']);
    },
  );

  it('treats a duplicate signal, as npm sends, as one signal', async () => {
    const served = await serveInProcess([]);
    const { finish, answer } = await openRequest(served, jane);
    const ended = [served.end('SIGINT'), served.end('SIGINT')];
    finish();
    expect(await answer).toContain('HTTP/1.1 201 Created');
    expect(await Promise.all(ended)).toEqual([0, 0]);
  });

  it('exits immediately on a repeated signal, even if a request is open', async () => {
    const served = await serveInProcess([]);
    const { answer } = await openRequest(served, jane);
    const ended = served.end('SIGTERM');
    const insisting = setInterval(() => void served.end('SIGTERM'), 50);
    // If it had waited, the exit code would be 0.
    expect(await ended).toBe(128 + 15);
    clearInterval(insisting);
    expect(await answer.catch(() => '')).not.toContain('201');
  });

  it('logs only unexpected errors by default', async () => {
    const served = await serveInProcess([]);
    await get(served.url, '/Nothing');
    const answer = await get(served.url, '/Customer', { 'x-fault': 'internalError' });
    expect(await served.end('SIGTERM')).toBe(0);
    expect(logged(served)).toMatchObject([
      { level: 'error', requestId: answer.headers.get('x-request-id'), causes: [{ message: 'requested by x-fault' }] },
    ]);
  });

  it('logs every request at level info, but no key', async () => {
    const served = await serveInProcess(['--log-level', 'info']);
    await get(served.url, '/Customer/42?api_key=sk_live_secret');
    expect(await served.end('SIGTERM')).toBe(0);
    expect(logged(served)).toMatchObject([{ level: 'info', method: 'GET', status: 404, scenario: 'recordNotFound' }]);
    expect(served.errors()).not.toContain('sk_');
  });

  it('logs nothing at level silent', async () => {
    const served = await serveInProcess(['--log-level', 'silent']);
    await get(served.url, '/Customer', { 'x-fault': 'internalError' });
    expect(await served.end('SIGTERM')).toBe(0);
    expect(served.errors()).toBe('');
  });

  // The device reports that the disk is full on every write.
  it.each(['error', 'info'])(
    'responds to every request and stops, while no line of level %s can be written',
    async (level) => {
      const full = openSync('/dev/full', 'w');
      const served = await serveInProcess(['--log-level', level], {}, full);
      closeSync(full);
      const statuses: number[] = [];
      for (let count = 0; count < 3; count += 1) {
        statuses.push((await get(served.url, '/Customer')).status);
        statuses.push((await get(served.url, '/Customer', { 'x-fault': 'internalError' })).status);
        statuses.push((await fetch(new URL('/healthz', served.url), { headers: { connection: 'close' } })).status);
      }
      expect(statuses).toEqual([200, 500, 200, 200, 500, 200, 200, 500, 200]);
      expect(await served.end('SIGTERM')).toBe(0);
    },
  );
});

describe('serve --dev', () => {
  it('serves with the test keys, says so, and injects failures', async () => {
    const served = await serveOwnInProcess(['--dev']);
    const place = `${served.url}/acme-corp/sales/Customer`;
    expect(served.said()).toContain('A server for development is running at');
    expect(served.said()).toContain(`curl -H 'Authorization: Bearer sk_test_read_write' ${place}`);
    const headers = { authorization: 'Bearer sk_test_read_write' };
    expect((await fetch(place, { headers })).status).toBe(200);
    expect((await fetch(place, { headers: { prefer: 'example=expiredApiKey' } })).status).toBe(401);
    expect(await served.end('SIGINT')).toBe(0);
  });
});

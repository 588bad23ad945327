import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { contract, fail, toEnvelope } from '../../src/contract/index.ts';
import { ask, demoKeys } from '../../src/server/testing/test-server.ts';
import { killServedProcesses, serveInProcess } from '../served-process.ts';
import { expectToHold } from './expect-to-hold.ts';
import { storedCustomers } from './stored-customers.ts';
import { startWriteLoad } from './write-load.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  data = join(folder, 'data.db');
});
afterEach(() => {
  killServedProcesses();
  rmSync(folder, { recursive: true });
});

const internalError = {
  status: 500,
  body: toEnvelope(fail('internalError', { message: contract.scenarios.internalError.example })),
};

describe('kill -9', () => {
  it('every acknowledged write is stored', async () => {
    for (let round = 0; round < 3; round += 1) {
      const server = await serveInProcess(['--data', data]);
      const load = startWriteLoad(server.url);
      await load.more(100);
      await server.end('SIGKILL');
      await load.stop();
      const again = await serveInProcess(['--data', data]);
      expectToHold(await storedCustomers(again.url), load);
      await again.end('SIGTERM');
    }
  });
});

describe('SIGTERM during writes', () => {
  it('every acknowledged write is stored, every open request gets a response', async () => {
    for (let round = 0; round < 3; round += 1) {
      const server = await serveInProcess(['--data', data]);
      const load = startWriteLoad(server.url);
      await load.more(100);
      expect(await server.end('SIGTERM')).toBe(0);
      await load.stop();
      expect([...load.refused]).toEqual([]);
      const again = await serveInProcess(['--data', data]);
      expectToHold(await storedCustomers(again.url), load);
      expect(load.unanswered).toEqual([]);
      await again.end('SIGTERM');
    }
  });
});

describe('a full disk', () => {
  /** Limits the size of the files that the process may write, in bytes. `prlimit` is part of every Linux distribution. */
  const limitFiles = (pid: number, bytes: number | 'unlimited'): void =>
    void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);

  it('500 within the time limit, reads keep working, recovery without a restart, no crash', async () => {
    const server = await serveInProcess(['--data', data]);
    const load = startWriteLoad(server.url);
    await load.more(20);
    limitFiles(server.pid, statSync(`${data}-wal`).size);
    while ((load.refused.get(500) ?? 0) < 10) await ask(server, { path: '/Customer/1' });
    const body = { name: 'Jane Doe', email: 'no-room@example.com' };
    expect(await ask(server, { method: 'POST', body })).toMatchObject(internalError);
    expect(await ask(server, { path: '/Customer/1' })).toMatchObject({ status: 200 });
    limitFiles(server.pid, 'unlimited');
    await load.more(20);
    await load.stop();
    expect([...load.refused.keys()]).toEqual([500]);
    expect(load.unanswered).toEqual([]);
    const stored = await storedCustomers(server.url);
    expectToHold(stored, load);
    expect(stored.has(body.email)).toBe(false);
    await server.end('SIGKILL');
    const again = await serveInProcess(['--data', data]);
    expect(await storedCustomers(again.url)).toEqual(stored);
    await again.end('SIGTERM');
  });
});

describe('an unexpected exception', () => {
  it("500 that does not reveal the cause; the log has the cause with the request's id, but no key, header or body", async () => {
    const server = await serveInProcess(['--data', data, '--log-level', 'info']);
    const headers = { 'x-fault': 'internalError', 'x-mine': 'a header of mine' };
    const answer = await ask(server, {
      method: 'POST',
      body: { name: 'a body of mine', email: 'x@example.com' },
      headers,
    });
    expect(answer).toMatchObject(internalError);
    await server.end('SIGTERM');
    const lines = server.errors().trim().split('\n');
    const requestId = answer.headers['x-request-id'];
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', requestId, causes: [{ message: 'requested by x-fault' }] },
      { level: 'info', requestId, status: 500 },
    ]);
    for (const secret of [demoKeys.readWrite, headers['x-mine'], 'a body of mine']) {
      expect(server.errors()).not.toContain(secret);
    }
  });
});

describe('the database file is deleted', () => {
  it('500 for every write, which would be lost; reads go on', async () => {
    const server = await serveInProcess(['--data', data]);
    rmSync(data);
    const body = { name: 'Jane', email: 'jane@example.com' };
    expect(await ask(server, { method: 'POST', body })).toMatchObject(internalError);
    expect(await ask(server)).toMatchObject({ status: 200 });
    await server.end('SIGTERM');
    expect(server.errors()).toContain('data.db was deleted or replaced');
  });
});

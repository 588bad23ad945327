import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Cluster, postgresPrograms } from '../../src/server/testing/postgres-cluster.ts';
import { killServedProcesses, serveInProcess } from '../served-process.ts';
import { documentedCommands, runInShell } from './documented-shell.ts';
import { expectRestored } from './restored.ts';
import { SteadyWriters } from './steady-writers.ts';

let cluster: Cluster;
let folder: string;
beforeAll(async () => {
  cluster = await Cluster.start();
  folder = mkdtempSync(join(tmpdir(), 'backup-postgres-'));
});
afterAll(async () => {
  killServedProcesses();
  await cluster.remove();
  rmSync(folder, { recursive: true });
});

describe('docs/operate.md on PostgreSQL', () => {
  it('backs up while clients write, and restores everything that was acknowledged before', async () => {
    const [backUp = '', create = '', restore = ''] = documentedCommands('PostgreSQL');
    const DATABASE_URL = await cluster.newDatabase();
    const RESTORED_URL = DATABASE_URL.replace(/\/test_\d+\?/, '/workspace_restored?');
    const run = (command: string, DUMP = '') =>
      runInShell(command, folder, { DATABASE_URL, RESTORED_URL, DUMP }, [postgresPrograms()]);
    const server = await serveInProcess([], { DATABASE_URL });
    const writers = new SteadyWriters(server.url);
    await writers.more(100);
    const before = writers.acknowledged;
    expect(await run(backUp)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(writers.acknowledged.length).toBeGreaterThan(before.length);
    await writers.stop();
    expect(await server.end('SIGTERM')).toBe(0);
    const [dump = '', ...others] = readdirSync(folder).filter((name) => name.startsWith('workspace'));
    expect(dump).toMatch(/^workspace-\d{8}T\d{6}Z\.dump$/);
    expect(others).toEqual([]);
    expect((statSync(join(folder, dump)).mode & 0o777).toString(8)).toBe('600');

    for (const command of [create, restore])
      expect(await run(command, dump)).toEqual({ code: 0, stdout: '', stderr: '' });
    const restored = await serveInProcess([], { DATABASE_URL: RESTORED_URL });
    await expectRestored(restored.url, before);
    expect(await restored.end('SIGTERM')).toBe(0);
  });
});

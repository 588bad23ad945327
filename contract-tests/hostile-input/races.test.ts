import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe } from '@jest/globals';

import { killServedProcesses, serveInProcess } from '../served-process.ts';
import { raceFacts } from './race-facts.ts';
import { serveTogether } from './serve-together.ts';

const folder = mkdtempSync(join(tmpdir(), 'races-'));
afterAll(() => {
  killServedProcesses();
  rmSync(folder, { recursive: true });
});

describe('one server on SQLite', () => {
  raceFacts(async () => {
    const server = await serveInProcess(['--data', join(folder, 'one.db')]);
    return { url: server.url, close: async () => void (await server.end('SIGTERM')) };
  });
});

describe('two servers on one SQLite file', () => {
  raceFacts(async () => {
    const servers = [await serveInProcess(['--data', join(folder, 'two.db')])];
    servers.push(await serveInProcess(['--data', join(folder, 'two.db')]));
    return serveTogether(servers);
  });
});

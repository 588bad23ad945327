import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Cluster, runSql } from '../../src/server/testing/postgres-cluster.ts';
import { runCommand } from '../run-command.ts';
import { killServedProcesses, serveOwnInProcess } from '../served-process.ts';
import { expectUpgraded, previousFormat } from './upgraded.ts';

let cluster: Cluster;
let environment: { readonly DATABASE_URL: string };
beforeAll(async () => {
  cluster = await Cluster.start();
  environment = { DATABASE_URL: await cluster.newDatabase() };
});
afterAll(async () => {
  killServedProcesses();
  await cluster.remove();
});

/** The formats that the database had, and the one that it has. */
const formats = async (): Promise<readonly number[]> =>
  (await runSql(environment.DATABASE_URL, 'SELECT done FROM workspace_api.steps ORDER BY done')).map(({ done }) =>
    Number(done),
  );

describe('a database of PostgreSQL', () => {
  it('in the previous format is upgraded once by three servers that start at the same time', async () => {
    await runSql(environment.DATABASE_URL, previousFormat.postgres());
    const [previous = 0] = await formats();
    const servers = await Promise.all([1, 2, 3].map(() => serveOwnInProcess([], environment)));
    expect(await formats()).toEqual([previous, previous + 1]);
    for (const [index, { url }] of servers.entries()) await expectUpgraded(url, `barbara-${index}@example.com`);
    expect(await Promise.all(servers.map((server) => server.end('SIGTERM')))).toEqual([0, 0, 0]);
    expect(servers.map((server) => server.errors())).toEqual(['', '', '']);
  });

  it('of a later version is refused in one line', async () => {
    await runSql(environment.DATABASE_URL, 'INSERT INTO workspace_api.steps VALUES (99)');
    const before = await formats();
    const current = before.at(-2);
    for (const words of [
      ['serve', '--port', '0'],
      ['admin', 'key', 'list'],
    ])
      expect(await runCommand(words, { environment })).toEqual({
        code: 2,
        stdout: '',
        stderr:
          `The PostgreSQL database was written by a later version of this server (format 99, this version knows formats up to ` +
          `${current}): use that version, or restore a backup from before the upgrade\n`,
      });
    expect(await formats()).toEqual(before);
  });
});

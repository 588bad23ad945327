import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { runSql } from '../../src/server/testing/postgres-cluster.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import type { Ended } from '../run-command.ts';
import { runCommand } from '../run-command.ts';
import { Installation } from './installation.ts';
import { Traffic } from './traffic.ts';

/** How long requests are sent, in seconds. */
const DURATION = Number(process.env.SCALE_SECONDS ?? 300);

const folder = mkdtempSync(join(tmpdir(), 'workspace-api-scale-target-'));
let installation: Installation;
beforeAll(async () => {
  installation = await Installation.start();
}, 120_000);
afterAll(async () => {
  await installation.remove();
  rmSync(folder, { recursive: true });
});

/** Runs the verifier against HAProxy. */
async function verify(): Promise<Pick<Ended, 'code' | 'stdout'>> {
  const target = join(folder, 'target.json');
  writeFileSync(target, JSON.stringify(demoTarget(installation.url, { faults: true })));
  const words = ['verify', '--target', target, '--level', 'hostile', '--sender', 'http', '--timeout', '20000'];
  const { code, stdout } = await runCommand(words);
  return { code, stdout };
}

/** Returns the products of the workspace `inventory`, as the database has them: their name by SKU. */
async function storedProducts(name: 'one' | 'two'): Promise<ReadonlyMap<string, string>> {
  const url = installation.databaseUrl(name);
  const [workspace] = await runSql(url, `SELECT id FROM workspace_api.workspaces WHERE slug = 'inventory'`);
  // Workspaces with different entities have different schemas, and only one of them has this workspace.
  const places = await runSql(url, `SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'products'`);
  const selects = places.map(
    ({ schema }) =>
      `SELECT sku, name FROM "${String(schema)}".products WHERE "@workspace" = '${String(workspace?.id)}'`,
  );
  const rows = await runSql(url, selects.join(' UNION ALL '));
  return new Map(rows.map((row) => [String(row.sku), String(row.name)]));
}

/** Each part fails once, and comes back. A phase takes the same share of the time. */
const phases: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['nothing fails', async () => expect(await verify()).toMatchObject({ code: 0 })],
  [
    'the servers are replaced one by one',
    async () => {
      const verified = verify();
      for (const port of installation.servers) {
        expect(await installation.endServer(port, 'SIGTERM')).toBe(0);
        await installation.startServer(port);
        // Until HAProxy has noticed that it is back.
        await wait(1500);
      }
      expect(await verified).toMatchObject({ code: 0 });
    },
  ],
  [
    'kill -9 of a server',
    async () => {
      await installation.endServer(4002, 'SIGKILL');
      await wait(3000);
      await installation.startServer(4002);
    },
  ],
  [
    'kill -9 of PgBouncer',
    async () => {
      await installation.killPgBouncer();
      await wait(1000);
      await installation.startPgBouncer();
    },
  ],
  [
    'kill -9 of the primary',
    async () => {
      await installation.killPostgres('one');
      await wait(1000);
      await installation.promote();
    },
  ],
  ['the old primary becomes the standby', () => installation.rebuild()],
];

it(
  'loses no acknowledged write and leaves the contract never, whatever is killed',
  async () => {
    const traffic = new Traffic(installation.url);
    for (const [title, fail] of phases) {
      traffic.begin(title);
      const end = performance.now() + (DURATION / phases.length) * 1000;
      await fail();
      await wait(Math.max(0, end - performance.now()));
    }
    await traffic.stop();
    const stored = await storedProducts('two');
    console.table(traffic.phases);
    console.log(
      `${traffic.acknowledged} created; ${traffic.createdInSpite(stored)} more exist that were not acknowledged`,
    );
    expect([...traffic.violations]).toEqual([]);
    expect(traffic.disagreements(stored).slice(0, 10)).toEqual([]);
    expect(await storedProducts('one')).toEqual(stored);
    const failed = traffic.phases.map(({ errors, unanswered }) => errors + unanswered);
    expect([failed[0], failed[1], failed[5]]).toEqual([0, 0, 0]);
    // HAProxy ends a connection without a response only if the server behind it was killed.
    expect(traffic.phases.filter(({ unanswered }) => unanswered > 0).map(({ title }) => title)).toEqual(
      traffic.phases[2]?.unanswered === 0 ? [] : ['kill -9 of a server'],
    );
    expect(traffic.acknowledged).toBeGreaterThan(DURATION * 50);
    expect(installation.errors()).not.toMatch(/password-of|sk_live/);
  },
  (DURATION + 120) * 1000,
);

it('passes the verifier at the level hostile afterwards', async () => {
  expect(await verify()).toMatchObject({ code: 0 });
}, 300_000);

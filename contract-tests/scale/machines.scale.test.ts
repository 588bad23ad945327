import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { demoTarget } from '../../src/workspace/index.ts';
import type { Ended } from '../run-command.ts';
import { runCommand } from '../run-command.ts';
import { Installation } from './installation.ts';
import { storedProducts } from './stored-products.ts';
import { DURATION, Traffic } from './traffic.ts';

const folder = mkdtempSync(join(tmpdir(), 'workspace-api-scale-target-'));
const installation = new Installation();
beforeAll(async () => {
  await installation.start({
    files: ['app.sql', 'pgbouncer.ini', 'haproxy.cfg', 'primary.cfg'],
    commands: ['postgresql', 'standby', 'pgbouncer', 'haproxy'],
  });
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

/** Each part fails once, and comes back. */
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
      await installation.kill('pgbouncer.pid');
      await wait(1000);
      await installation.run('pgbouncer');
    },
  ],
  [
    'kill -9 of the standby',
    async () => {
      const pooler = installation.processOf('pgbouncer.pid');
      await installation.kill('two/postmaster.pid');
      // Longer than the server waits for a response: then it cancels the statement.
      await wait(8000);
      await installation.run('alone');
      installation.delete('two');
      await installation.run('standby');
      expect(installation.processOf('pgbouncer.pid')).toBe(pooler);
    },
  ],
  [
    'kill -9 of the primary',
    async () => {
      await installation.kill('one/postmaster.pid');
      await wait(1000);
      await installation.run('promote');
    },
  ],
  ['the old primary becomes the standby', () => installation.run('rebuild')],
];

it(
  'loses no acknowledged write and leaves the contract never, whatever is killed',
  async () => {
    const traffic = new Traffic(installation.url);
    await traffic.run(phases);
    const stored = await storedProducts(installation.databaseUrl(5433));
    console.table(traffic.phases);
    console.log(
      `${traffic.acknowledged} created; ${traffic.createdInSpite(stored)} more exist that were not acknowledged`,
    );
    expect([...traffic.violations]).toEqual([]);
    expect(traffic.disagreements(stored).slice(0, 10)).toEqual([]);
    expect(await storedProducts(installation.databaseUrl(5432))).toEqual(stored);
    const failed = traffic.phases.filter(({ errors, unanswered }) => errors + unanswered > 0).map(({ title }) => title);
    for (const title of ['nothing fails', 'the servers are replaced one by one', 'the old primary becomes the standby'])
      expect(failed).not.toContain(title);
    // HAProxy ends a connection without a response only if the server behind it was killed.
    for (const { title, unanswered } of traffic.phases)
      if (title !== 'kill -9 of a server') expect({ title, unanswered }).toEqual({ title, unanswered: 0 });
    expect(traffic.acknowledged).toBeGreaterThan(DURATION * 50);
    expect(installation.errors()).not.toMatch(/password-of|sk_live/);
  },
  (DURATION + 120) * 1000,
);

it('passes the verifier at the level hostile afterwards', async () => {
  expect(await verify()).toMatchObject({ code: 0 });
}, 300_000);

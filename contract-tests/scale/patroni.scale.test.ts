import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { documentedLimit } from './documented-setup.ts';
import { Installation } from './installation.ts';
import { PatroniNodes } from './patroni-nodes.ts';
import { storedProducts } from './stored-products.ts';
import { DURATION, Traffic } from './traffic.ts';
import { until } from './until.ts';

const installation = new Installation();
const nodes = new PatroniNodes(installation);
beforeAll(async () => {
  await installation.start({
    files: ['app.sql', 'patroni.yml', 'node.sh', 'pgbouncer.ini', 'haproxy.cfg', 'leader.cfg'],
    commands: ['etcd', 'patroni', 'pgbouncer', 'haproxy.patroni'],
  });
}, 120_000);
afterAll(() => installation.remove());

/** For how long etcd is away, in seconds: longer than `ttl`, so the leader cannot renew its claim. */
const ETCD_OUTAGE = 15;

it(
  'loses no acknowledged write, leaves the contract never, and writes again within the documented time',
  async () => {
    const traffic = new Traffic(installation.url);
    /** Waits until writes go on, and then until the next part may fail. */
    const recovered = async (): Promise<void> => {
      await traffic.nextWrite();
      await nodes.settled();
    };
    await traffic.run([
      ['nothing fails', () => Promise.resolve()],
      [
        'switchover',
        async () => {
          const leader = await nodes.nodeThatIs('leader');
          await installation.run('switchover');
          expect(await nodes.nodeThatIs('leader')).not.toEqual(leader);
          await recovered();
        },
      ],
      [
        "kill -9 of the leader's PostgreSQL",
        async () => {
          await nodes.killPostgres(await nodes.nodeThatIs('leader'));
          await recovered();
        },
      ],
      [
        'kill -9 of the leader and its Patroni',
        async () => {
          const leader = await nodes.nodeThatIs('leader');
          await nodes.killBoth(leader);
          await traffic.nextWrite();
          await nodes.start(leader);
          await recovered();
        },
      ],
      [
        'kill -9 of the synchronous standby',
        async () => {
          const standby = await nodes.nodeThatIs('sync_standby');
          await nodes.killBoth(standby);
          await traffic.nextWrite();
          await nodes.start(standby);
          await recovered();
        },
      ],
      [
        'kill -9 of etcd',
        async () => {
          await installation.kill('etcd.pid');
          await wait(ETCD_OUTAGE * 1000);
          await installation.run('etcd');
          await recovered();
        },
      ],
    ]);
    const stored = await storedProducts(installation.databaseUrl((await nodes.nodeThatIs('leader')).postgresql));
    console.table(traffic.phases);
    console.log(
      `${traffic.acknowledged} created; ${traffic.createdInSpite(stored)} more exist that were not acknowledged`,
    );
    expect([...traffic.violations]).toEqual([]);
    expect(traffic.disagreements(stored).slice(0, 10)).toEqual([]);
    for (const { name, postgresql } of nodes.all) {
      const hasAll = async (): Promise<boolean> =>
        isDeepStrictEqual(await storedProducts(installation.databaseUrl(postgresql)), stored);
      await until(`PostgreSQL ${name} has the same products as the leader`, hasAll);
    }
    const [healthy, ...failed] = traffic.phases;
    expect(healthy).toMatchObject({ errors: 0, unanswered: 0 });
    for (const { title, longestGap, unanswered } of failed) {
      expect({ title, unanswered, isInTime: longestGap <= documentedLimit(title) * 1000 }).toEqual({
        title,
        unanswered: 0,
        isInTime: true,
      });
    }
    expect(traffic.acknowledged).toBeGreaterThan(DURATION * 50);
    expect(installation.errors()).not.toMatch(/password-of|sk_live/);
  },
  (DURATION + 300) * 1000,
);

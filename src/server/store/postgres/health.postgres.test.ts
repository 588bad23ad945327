import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { Cluster, runSql } from '../../testing/postgres-cluster.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { ask, startTestServer } from '../../testing/test-server.ts';
import { defaultLimits } from './limits.ts';
import { OWN_SCHEMA } from './migrations.ts';

const TIMEOUT = 300;

let cluster: Cluster;
let database: string;
let server: TestServer;
beforeAll(async () => {
  cluster = await Cluster.start();
  database = await cluster.newDatabase();
  server = await startTestServer({ database, timeouts: { ready: TIMEOUT } });
});
afterAll(async () => {
  await server.close();
  await cluster.remove();
});

/** Requests `/readyz` and `/healthz` together, and measures how long the slower one takes. */
async function health(): Promise<{ ready: unknown; alive: number; took: number }> {
  const start = performance.now();
  const [ready, alive] = await Promise.all(['/readyz', '/healthz'].map((path) => fetch(new URL(path, server.url))));
  return { ready: await ready?.json(), alive: alive?.status ?? 0, took: performance.now() - start };
}

const unavailable = { ready: { status: 'unavailable', reason: 'database' }, alive: 200 };

describe('a server whose database', () => {
  it('responds is ready', async () => {
    expect(await health()).toMatchObject({ ready: { status: 'ready' }, alive: 200 });
  });

  it('does not respond in time is not ready, and reports it in time', async () => {
    // All connections for reads wait for a lock, so none is left for the ping.
    const other = new Client({ connectionString: database });
    await other.connect();
    await other.query(`BEGIN; LOCK TABLE ${OWN_SCHEMA}.keys`);
    const waiting = Array.from({ length: defaultLimits.connections / 2 }, () => ask(server));
    const count = "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    while ((await runSql(database, count))[0]?.waiting !== waiting.length);
    const { took, ...answer } = await health();
    expect(answer).toEqual(unavailable);
    expect(took).toBeLessThan(TIMEOUT + 1000);
    await other.end();
    for (const { status } of await Promise.all(waiting)) expect(status).toBe(200);
    expect(await health()).toMatchObject({ ready: { status: 'ready' } });
  });

  it('is stopped is not ready, and is ready again after a restart', async () => {
    await cluster.stop();
    expect(await health()).toMatchObject(unavailable);
    await cluster.startAgain();
    expect(await health()).toMatchObject({ ready: { status: 'ready' }, alive: 200 });
  });
});

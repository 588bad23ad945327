import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import { Cluster } from '../src/server/testing/postgres-cluster.ts';
import type { Report } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { roundRobin } from './round-robin.ts';
import { killServedProcesses, serveInProcess } from './served-process.ts';
import { verify } from './verify.ts';
import { targetFor } from './workspace-target/served.ts';
import { shop } from './workspace-target/shop.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(async () => {
  killServedProcesses();
  await cluster.remove();
});

const verifyAt = (url: string, level: 'documented' | 'hostile'): Promise<Report> =>
  verify({ target: parseTarget(demoTarget(url, { faults: true }), {}), level, failOn: 'note' });

/** What the verifier requests. Everything else that a server logs is a fault of its own. */
const REQUESTED = 'requested by x-fault';

async function customers(url: string): Promise<unknown> {
  const headers = { authorization: 'Bearer sk_live_demo_read_write' };
  return (await fetch(`${url}/acme-corp/sales/Customer`, { headers })).json();
}

function expectPassed({ findings, notes, leftovers, outcomes, probes, summary }: Report): void {
  expect([...findings, ...notes]).toEqual([]);
  expect(leftovers).toEqual([]);
  expect([...outcomes, ...probes].filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(summary.ok).toBe(true);
}

describe('the reference server on PostgreSQL passes', () => {
  // Everything else is verified with three processes, which can only have more faults.
  it('at the documented level with one process', async () => {
    const database = await cluster.newDatabase();
    const logged: unknown[] = [];
    const log = ({ error }: { readonly error: unknown }): void => void logged.push(error);
    const server = await startServer({ definition: demoDefinition, database, port: 0, faults: true, log });
    const before = await customers(server.url);
    expectPassed(await verifyAt(server.url, 'documented'));
    expect(await customers(server.url)).toEqual(before);
    await server.close();
    expect(logged.filter((error) => !String(error).includes(REQUESTED))).toEqual([]);
  });

  it('by the definition of another workspace', async () => {
    const database = await cluster.newDatabase();
    const server = await startServer({ definition: shop, database, port: 0, faults: true, log: () => undefined });
    const target = targetFor(shop, server.url);
    const report = await verify({ target, senders: ['http'], level: 'documented', failOn: 'note' });
    await server.close();
    expectPassed(report);
    expect(report.constraints?.proven).toBe(report.constraints?.declared);
  });

  it('at the hostile level with three processes that started simultaneously on one empty database', async () => {
    const environment = { DATABASE_URL: await cluster.newDatabase() };
    const servers = await Promise.all([1, 2, 3].map(() => serveInProcess([], environment)));
    const all = await roundRobin(servers.map(({ url }) => url));
    const before = await customers(all.url);
    expectPassed(await verifyAt(all.url, 'hostile'));
    expect(await customers(all.url)).toEqual(before);
    expect(Math.min(...all.connections)).toBeGreaterThan(10);
    await all.close();
    expect(await Promise.all(servers.map((server) => server.end('SIGTERM')))).toEqual([0, 0, 0]);
    const lines = servers.flatMap((server) => server.errors().split('\n'));
    expect(lines.filter((line) => line.startsWith('{') && !line.includes(REQUESTED))).toEqual([]);
    expect(lines.some((line) => line.includes(REQUESTED))).toBe(true);
  });
});

import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Cluster } from '../testing/postgres-cluster.ts';
import type { TestServer } from '../testing/test-server.ts';
import { ask, startTestServer } from '../testing/test-server.ts';
import { readSeries } from './testing.ts';

const page = readFileSync(new URL('../../../docs/operate.md', import.meta.url), 'utf8');

let cluster: Cluster;
let server: TestServer;
beforeAll(async () => {
  cluster = await Cluster.start();
  const database = await cluster.newDatabase();
  server = await startTestServer({ database, databaseConnections: 3, metricsPort: 0 });
});
afterAll(async () => {
  await server.close();
  await cluster.remove();
});

/** Returns the series about the connections of a pool by their short names. */
async function pool(name: 'read' | 'write'): Promise<Readonly<Record<string, number>>> {
  const pattern = new RegExp(`^workspace_api_pool_(\\w+)\\{pool="${name}"\\}$`);
  const series = Object.entries(await readSeries(server.metricsUrl));
  return Object.fromEntries(
    series.flatMap(([key, value]) => {
      const [, short] = pattern.exec(key) ?? [];
      return short === undefined ? [] : [[short, value]];
    }),
  );
}

describe('the metrics of a server on PostgreSQL', () => {
  it('contain the state of both pools', async () => {
    await ask(server);
    expect(await pool('read')).toEqual({ connections: 1, idle_connections: 1, max_connections: 1 });
    expect(await pool('write')).toEqual({ max_connections: 2 });
  });

  it('contain the statements that wait for a connection', async () => {
    const questions = Array.from({ length: 3 }, () => ask(server));
    while ((await pool('read')).waiting_requests === undefined) questions.push(ask(server), ask(server), ask(server));
    await Promise.all(questions);
    expect(await pool('read')).toEqual({ connections: 1, idle_connections: 1, max_connections: 1 });
  });

  it('have the names that docs/operate.md lists, and no size', async () => {
    const text = await (await fetch(server.metricsUrl ?? '')).text();
    const shown = [...text.matchAll(/^# TYPE (workspace_api_pool_\w+) gauge$/gm)].map(([, name]) => name);
    const listed = [...page.matchAll(/^\| `(workspace_api_pool_\w+)\{pool\}` +\| gauge/gm)].map(([, name]) => name);
    expect(listed).toEqual(shown);
    expect(text).toContain('workspace_api_store_info{kind="postgresql"} 1');
    expect(text).not.toContain('workspace_api_store_size_bytes');
  });
});

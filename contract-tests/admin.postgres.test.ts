import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Cluster, runSql } from '../src/server/testing/postgres-cluster.ts';
import { documentedDefinition, runDocumented } from './documented-commands.ts';
import { runCommand } from './run-command.ts';
import type { ServedProcess } from './served-process.ts';
import { killServedProcesses, serveOwnInProcess } from './served-process.ts';

let cluster: Cluster;
let folder: string;
beforeAll(async () => {
  cluster = await Cluster.start();
  folder = mkdtempSync(join(tmpdir(), 'admin-postgres-'));
  writeFileSync(join(folder, 'shop.json'), documentedDefinition);
});
afterAll(async () => {
  killServedProcesses();
  await cluster.remove();
  rmSync(folder, { recursive: true });
});

describe('three servers on one PostgreSQL apply admin commands from the next request:', () => {
  let environment: { readonly DATABASE_URL: string };
  let servers: readonly ServedProcess[];
  const secrets: string[] = [];
  beforeAll(async () => {
    environment = { DATABASE_URL: await cluster.newDatabase() };
    servers = await Promise.all([1, 2, 3].map(() => serveOwnInProcess([], environment)));
  });

  async function done(...words: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await runCommand(['admin', ...words], { folder, environment });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    return stdout.trim();
  }

  /** Returns the status that each server returns. */
  const statuses = (key: string, method: 'GET' | 'POST' = 'GET'): Promise<readonly number[]> =>
    Promise.all(
      servers.map(async ({ url }, index) => {
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
        const record = { name: 'Jane', email: `jane-${index}-${performance.now()}@example.com` };
        const body = method === 'POST' ? { body: JSON.stringify(record) } : {};
        return (await fetch(`${url}/acme/shop/Customer`, { method, headers, ...body })).status;
      }),
    );

  it('a new workspace responds, and its key is valid', async () => {
    expect(await statuses('sk_live_demo_read_write')).toEqual([401, 401, 401]);
    await done('workspace', 'create', 'shop.json');
    const key = await done('key', 'create', '-w', 'acme/shop', '--name', 'ci');
    secrets.push(key);
    expect(await statuses(key, 'POST')).toEqual([201, 201, 201]);
  });

  it('an updated workspace has what was added, on every server', async () => {
    const [key = ''] = secrets;
    const definition = JSON.parse(documentedDefinition);
    const [customer] = definition.workspaces[0].entities;
    customer.columns.push({ name: 'phone', type: 'TEXT', constraints: [{ type: 'MIN_LENGTH', value: 3 }] });
    writeFileSync(join(folder, 'more.json'), JSON.stringify(definition));
    expect(await done('workspace', 'update', 'more.json')).toBe('acme/shop: updated\n  Customer.phone was added');
    const filtered = servers.map(async ({ url }) => {
      const headers = { authorization: `Bearer ${key}` };
      return (await fetch(`${url}/acme/shop/Customer?filter[phone.isNull]=true`, { headers })).status;
    });
    expect(await Promise.all(filtered)).toEqual([200, 200, 200]);
    expect(await statuses(key, 'POST')).toEqual([201, 201, 201]);
  });

  it('a mode without writes rejects them', async () => {
    const [key = ''] = secrets;
    expect(await done('mode', 'shop', 'MAINTENANCE')).toContain('acme/shop: ACTIVE -> MAINTENANCE');
    expect(await statuses(key, 'POST')).toEqual([409, 409, 409]);
    expect(await statuses(key)).toEqual([200, 200, 200]);
    await done('mode', 'shop', 'ACTIVE');
    expect(await statuses(key, 'POST')).toEqual([201, 201, 201]);
  });

  it('a rotated key replaces the old one, and a revoked key is rejected', async () => {
    const [old = ''] = secrets;
    const fresh = await done('key', 'rotate', 'ci', '-w', 'shop');
    secrets.push(fresh);
    expect(await statuses(old)).toEqual([401, 401, 401]);
    expect(await statuses(fresh)).toEqual([200, 200, 200]);
    await done('key', 'revoke', 'ci', '-w', 'shop');
    expect(await statuses(fresh)).toEqual([401, 401, 401]);
  });

  it('the database contains no key', async () => {
    const kept = JSON.stringify(await runSql(environment.DATABASE_URL, 'SELECT * FROM workspace_api.keys'));
    expect(kept).toContain('"ci"');
    for (const secret of secrets) expect(kept).not.toContain(secret.slice(8, 40));
    expect(await Promise.all(servers.map((server) => server.end('SIGTERM')))).toEqual([0, 0, 0]);
  });
});

describe('docs/admin.md', () => {
  it('shows commands that also work on PostgreSQL', async () => {
    const environment = { DATABASE_URL: await cluster.newDatabase() };
    await runDocumented(folder, environment);
  }, 180_000);
});

describe('an unusable database', () => {
  it('is reported in one line if it does not exist', async () => {
    const environment = { DATABASE_URL: (await cluster.newDatabase()).replace('/test_', '/none_') };
    const ended = await runCommand(['admin', 'key', 'list'], { folder, environment });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(
      /^The PostgreSQL database cannot be used \(database "none_\d" does not exist\): [^\n]*\n$/,
    );
  });
});

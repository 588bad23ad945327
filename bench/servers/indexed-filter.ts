import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Client } from 'pg';

import type { RunningPeer } from '../load.ts';
import { compareLoad, firstAnswer, showProgress } from '../load.ts';
import { startProcess } from '../running-process.ts';
import type { ServerPeer } from '../server-peer.ts';
import { oursOnPostgres, oursOnSqlite } from './index.ts';
import { SALES, workspaceRequests } from './requests.ts';

/** The numbers of records to compare, the smaller one first. */
const SIZES = [1_000, 1_000_000];

/** How many records the filter finds. */
const FOUND = 20;

const kinds = [`GET, filtered to ${FOUND}`] as const;

type Peer = ServerPeer<(typeof kinds)[number]>;

interface FilterOptions {
  readonly rounds: number;
  readonly seconds: number;
}

/** Measures a filter that finds 20 records, among few and among many, in SQLite files. */
export async function measureFilterOnSqlite(folder: string, options: FilterOptions): Promise<readonly string[]> {
  const peers = SIZES.map((size) => ({ size, ...oursOnSqlite(folder, `filter-${size}.db`) }));
  return compare(peers, options, async ({ size }) => {
    const database = new DatabaseSync(join(folder, `filter-${size}.db`));
    const numbers = (last: number) =>
      `WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < ${last})`;
    database.exec(`BEGIN; DELETE FROM "acme-corp/sales.line_items"; DELETE FROM "acme-corp/sales.orders"; DELETE FROM "acme-corp/sales.customers";
      ${numbers(size / FOUND)} INSERT INTO "acme-corp/sales.customers" (id, name, email)
        SELECT n, 'Jane Doe', 'jane-' || n || '@example.com' FROM numbers;
      ${numbers(size)} INSERT INTO "acme-corp/sales.orders" (id, "orderNumber", customer_id)
        SELECT n, 'ORD-' || n, 1 + n % ${size / FOUND} FROM numbers;
      COMMIT`);
    database.close();
  });
}

/** Measures the same filter in PostgreSQL databases that it creates next to the given one and drops afterwards. */
export async function measureFilterOnPostgres(url: string, options: FilterOptions): Promise<readonly string[]> {
  const names = SIZES.map((size) => `workspace_api_bench_${size}`);
  const urls = names.map((name) => Object.assign(new URL(url), { pathname: `/${name}` }).href);
  const drop = names.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  for (const statement of [...drop, ...names.map((name) => `CREATE DATABASE ${name}`)]) await run(url, statement);
  try {
    const peers = SIZES.map((size, index) => ({
      size,
      database: urls[index] ?? '',
      ...oursOnPostgres(urls[index] ?? ''),
    }));
    return await compare(peers, options, async ({ size, database }) => {
      const [schema] = await run(database, `SELECT schemaname AS name FROM pg_tables WHERE tablename = 'orders'`);
      await run(
        database,
        `SET search_path TO "${schema?.name}"; DELETE FROM line_items; DELETE FROM orders; DELETE FROM customers;
        INSERT INTO customers ("@workspace", id, name, email)
          SELECT 'acme-corp/sales', n, 'Jane Doe', 'jane-' || n || '@example.com' FROM generate_series(1, ${size / FOUND}) AS n;
        INSERT INTO orders ("@workspace", id, "orderNumber", customer_id)
          SELECT 'acme-corp/sales', n, 'ORD-' || n, 1 + n % ${size / FOUND} FROM generate_series(1, ${size}) AS n;
        ANALYZE customers, orders`,
      );
    });
  } finally {
    for (const statement of drop) await run(url, statement);
  }
}

/** Starts each server once to create its tables, fills them, and restarts all servers for the comparison. */
async function compare<Sized extends { readonly size: number } & Omit<Peer, 'requests'>>(
  all: readonly Sized[],
  options: FilterOptions,
  fill: (peer: Sized) => Promise<void>,
): Promise<readonly string[]> {
  const running: RunningPeer<(typeof kinds)[number]>[] = [];
  try {
    for (const each of all) {
      const request = { ...workspaceRequests['GET one'], path: `${SALES}/Order?filter[customer_id]=7` };
      const peer = { ...each, name: `${each.name}, of ${each.size}`, requests: { [kinds[0]]: request } };
      const first = await startProcess(peer);
      await firstAnswer(first, peer.name, request);
      await first.stop();
      await fill(each);
      showProgress(`filter: created ${each.size} records`);
      const process = await startProcess(peer);
      running.push({ peer, process });
      const { meta } = JSON.parse(await firstAnswer(process, peer.name, request));
      if (meta.totalElements !== FOUND)
        throw new Error(`${peer.name} found ${meta.totalElements} records instead of ${FOUND}`);
    }
    const [few] = running;
    const [table = ''] = await compareLoad(running, kinds, { ...options, yardstick: few?.peer.name ?? '' });
    return [table];
  } finally {
    await Promise.all(running.map(({ process }) => process.stop()));
  }
}

async function run(url: string, text: string): Promise<readonly { readonly name?: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<{ readonly name?: string }>(text);
    return result.rows;
  } finally {
    await client.end();
  }
}

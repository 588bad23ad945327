import { expect } from '@jest/globals';

import { parseTarget } from '../../src/plan/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import { verify } from '../verify.ts';

const headers = { authorization: 'Bearer sk_live_demo_read_write' };
const LARGEST_PAGE = 100;

/** Reads all records of an entity of the demo, with one relation. */
async function all(url: string, path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const records: Readonly<Record<string, unknown>>[] = [];
  for (let page = 0, total = 1; records.length < total; page += 1) {
    const response = await fetch(`${url}/acme-corp/sales/${path}&size=${LARGEST_PAGE}&page=${page}`, { headers });
    expect(response.status).toBe(200);
    const { data, meta } = await response.json();
    records.push(...data);
    total = meta.totalElements;
  }
  return records;
}

/** Asserts that a server has all of the writes, that every order has its customer, and that it keeps the contract. */
export async function expectRestored(url: string, writes: readonly string[]): Promise<void> {
  const customers = await all(url, 'Customer?sort=id,asc');
  const orders = await all(url, 'Order?sort=id,asc&expand=customer');
  const found = new Set([...customers.map(({ email }) => email), ...orders.map(({ orderNumber }) => orderNumber)]);
  expect(writes.filter((write) => !found.has(write))).toEqual([]);
  const written = orders.filter(({ orderNumber }) => writes.includes(String(orderNumber)));
  expect(written.length).toBeGreaterThan(0);
  for (const { orderNumber, customer } of written) expect(customer).toMatchObject({ name: orderNumber });
  const target = parseTarget(demoTarget(url, { faults: true }), {});
  const { findings, notes, summary } = await verify({ target, senders: ['http'], level: 'strict', failOn: 'note' });
  expect([...findings, ...notes]).toEqual([]);
  expect(summary.ok).toBe(true);
}

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { expect } from '@jest/globals';

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

/**
 * A database with the demo in the format before the current one, written by the version of this server that had it (the parent of commit
 * f55c65a), with a customer and an order that it created and a customer that it changed.
 */
export const previousFormat = {
  sqlite: (): Buffer => gunzipSync(fixture('format-3.sqlite.gz')),
  postgres: (): string => fixture('format-2.postgres.sql').toString(),
};

const headers = { authorization: 'Bearer sk_live_demo_read_write', 'content-type': 'application/json' };

/** Asserts that a server has everything of that database, and continues to write to it. */
export async function expectUpgraded(url: string, email: string): Promise<void> {
  const base = `${url}/acme-corp/sales`;
  const read = async (path: string): Promise<unknown> => (await fetch(`${base}/${path}`, { headers })).json();
  expect(await read('Order?filter[orderNumber]=ORD-99&expand=customer')).toMatchObject({
    data: [{ total: 12.5, customer: { name: 'Edsger Dijkstra', email: 'edsger@example.com', age: 85 } }],
    meta: { totalElements: 1 },
  });
  expect(await read('Customer/2')).toMatchObject({ data: { name: 'Grace Hopper', age: 42 } });
  const create = async (): Promise<number> => {
    const body = JSON.stringify({ name: 'Barbara Liskov', email });
    return (await fetch(`${base}/Customer`, { method: 'POST', headers, body })).status;
  };
  expect([await create(), await create()]).toEqual([201, 409]);
}

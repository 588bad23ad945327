import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { isObject } from '../../contract/index.ts';
import type { Definition } from '../../workspace/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import type { TestServer } from '../testing/test-server.ts';
import { ask, startTestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

const dataOf = async (path: string): Promise<unknown> => {
  const { status, body } = await ask(server, { path });
  expect(status).toBe(200);
  return isObject(body) ? body.data : undefined;
};

describe('expand', () => {
  it('adds the record that a record references', async () => {
    expect(await dataOf('/Order/2?expand=customer')).toMatchObject({
      orderNumber: 'ORD-1002',
      customer_id: 2,
      customer: { id: 2, name: 'Grace Hopper', website: null },
    });
  });

  it('adds the records that reference a record, in the order of their ids, or an empty list', async () => {
    expect(await dataOf('/Customer?expand=orders&sort=id,desc')).toMatchObject([
      { id: 3, orders: [] },
      { id: 2, orders: [{ id: 2, customer_id: 2 }] },
      { id: 1, orders: [{ id: 1, customer_id: 1 }] },
    ]);
  });

  it('follows nested relations along several paths', async () => {
    const path = '/Customer/1?expand=orders.line_items.product,orders.customer';
    expect(await dataOf(path)).toMatchObject({
      orders: [{ customer: { name: 'Ada Lovelace' }, line_items: [{ quantity: 1, product: { sku: 'ENGINE-1' } }] }],
    });
  });

  it('adds only the requested relations', async () => {
    expect(await dataOf('/Order/1?expand=customer')).not.toHaveProperty('line_items');
  });
});

describe('fields', () => {
  it.each([
    ['/Customer/1?fields=name', { id: 1, name: 'Ada Lovelace' }],
    ['/Customer/1?fields=age,id', { age: 36, id: 1 }],
    [
      '/Order/1?fields=total,customer.name&expand=customer',
      { id: 1, total: 1837.5, customer: { id: 1, name: 'Ada Lovelace' } },
    ],
    ['/Order/1?fields=total&expand=customer', { id: 1, total: 1837.5 }],
    ['/Order/1?fields=total,customer.name', { id: 1, total: 1837.5 }],
    ['/Customer/3?fields=orders,id&expand=orders', { orders: [], id: 3 }],
    ['/Customer/2?fields=orders.total&expand=orders', { id: 2, orders: [{ id: 2, total: 9.4 }] }],
    ['/Customer?fields=id&size=2', [{ id: 1 }, { id: 2 }]],
  ])('returns only the listed fields, and the id: %s', async (path, data) => {
    expect(await dataOf(path)).toEqual(data);
  });
});

describe('a response that would be too large', () => {
  it('is rejected, even if it repeats a small number of records', async () => {
    const node = {
      name: 'Node',
      table: 'nodes',
      columns: [{ name: 'root_id', type: 'INTEGER', references: 'Node' }],
    } as const;
    const [first] = demoDefinition.workspaces;
    if (first === undefined) throw new Error('The demo has no workspace.');
    // Each of the 90 records contains all 90: the two levels add 8,190 records, although only 90 are stored.
    const records = { Node: Array.from({ length: 90 }, () => ({ root_id: 1 })) };
    const definition: Definition = { ...demoDefinition, workspaces: [{ ...first, entities: [node], records }] };
    const forest = await startTestServer({ definition });
    expect(await ask(forest, { path: '/Node?size=100&expand=root' })).toMatchObject({ status: 200 });
    expect(await ask(forest, { path: '/Node?size=100&expand=root.nodes' })).toMatchObject({
      status: 400,
      body: {
        error: { code: 'BAD_REQUEST', message: expect.stringContaining('Parameter expand adds more than 5000') },
      },
    });
    await forest.close();
  });
});

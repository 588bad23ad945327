import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Client } from '../../src/client/index.ts';
import { createClient, eachRecord, unwrap } from '../../src/client/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { startServer } from '../../src/server/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';

const PRODUCT = { entityName: 'Product' };
const TOTAL = 25;

let server: Awaited<ReturnType<typeof startServer>>;
let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  server = await startServer({ definition: demoDefinition, port: 0, log: () => undefined });
  mock = await startMock({ port: 0 });
});
afterAll(async () => {
  await server.close();
  await mock.close();
});

describe('eachRecord on the reference server', () => {
  let client: Client;
  beforeAll(() => {
    client = createClient({ baseUrl: `${server.url}/acme-corp/sales`, apiKey: 'sk_live_demo_read_write' });
  });

  /** Creates records with a common name, and returns their ids. */
  async function create(name: string): Promise<readonly number[]> {
    const created: number[] = [];
    for (let count = 0; count < TOTAL; count += 1) {
      const body = { name, sku: `${name}-${count}`, price: count + 1 };
      created.push((await unwrap(client.createRecord({ ...PRODUCT, body }))).data.id);
    }
    return created;
  }

  it.each([1, 2, 10, 24, 25, 26, 100])('visits and deletes every record, %d for each request', async (size) => {
    const created = await create(`all-${size}`);
    const found: number[] = [];
    for await (const { id } of eachRecord(client, { ...PRODUCT, size, filter: { name: `all-${size}` } })) {
      found.push(id);
      await unwrap(client.deleteRecord({ ...PRODUCT, id }));
    }
    expect(found).toEqual(created);
  });

  it('visits records that the loop creates, and keeps the filter', async () => {
    const created = [...(await create('created'))];
    const found: number[] = [];
    for await (const { id, name } of eachRecord(client, { ...PRODUCT, size: 5, filter: { 'name.like': 'created' } })) {
      expect(name).toBe('created');
      found.push(id);
      if (found.length > 10) continue;
      const body = { name: 'created', sku: `new-${found.length}`, price: 1 };
      created.push((await unwrap(client.createRecord({ ...PRODUCT, body }))).data.id);
    }
    expect(found).toEqual(created);
  });
});

describe('eachRecord on the mock', () => {
  it.each([1, 2, 20])(
    'visits every record, %d for each request, and ends although the mock deletes nothing',
    async (size) => {
      const client = createClient({ baseUrl: `${mock.url}/acme-corp/sales`, apiKey: 'sk_test_read_write' });
      const found: number[] = [];
      for await (const { id } of eachRecord(client, { entityName: 'Customer', size })) {
        found.push(id);
        await client.deleteRecord({ entityName: 'Customer', id });
      }
      expect(found).toEqual([1, 2]);
    },
  );
});

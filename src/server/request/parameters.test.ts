import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { TestServer } from '../testing/test-server.ts';
import { ask, startTestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

describe('the parameters of a list', () => {
  it.each([
    ['', { page: 0, size: 20, totalElements: 3, totalPages: 1 }, [1, 2, 3]],
    ['?size=2', { page: 0, size: 2, totalElements: 3, totalPages: 2 }, [1, 2]],
    ['?size=2&page=1', { page: 1, size: 2, totalElements: 3, totalPages: 2 }, [3]],
    ['?page=1&size=100', { page: 1, size: 100, totalElements: 3, totalPages: 1 }, []],
    ['?page=9007199254740991&size=100', { page: 9007199254740991, size: 100, totalElements: 3, totalPages: 1 }, []],
    ['?unknown=1&unknown=2&Sort=x', { page: 0, size: 20, totalElements: 3, totalPages: 1 }, [1, 2, 3]],
  ])('%j selects a page', async (query, meta, ids) => {
    const data = ids.map((id) => expect.objectContaining({ id }));
    expect(await ask(server, { path: `/Customer${query}` })).toMatchObject({ status: 200, body: { data, meta } });
  });

  it.each([
    ['page=-1', 'page'],
    ['page=1.5', 'page'],
    ['page=abc', 'page'],
    ['page=', 'page'],
    ['page', 'page'],
    ['page=1e3', 'page'],
    ['page=%201', 'page'],
    ['page=0x1', 'page'],
    ['page=%zz', 'page'],
    ['page=9007199254740992', 'page'],
    ['page=1&page=1', 'page'],
    ['size=0', 'size'],
    ['size=101', 'size'],
    ['size=abc', 'size'],
    ['size=-1', 'size'],
    ['size=1&size=2', 'size'],
    ['sort=name', 'sort'],
    ['sort=name,up', 'sort'],
    ['sort=name,asc,desc', 'sort'],
    ['sort=other,asc', 'sort'],
    ['sort=name;drop%20table', 'sort'],
    ['sort=', 'sort'],
    ['sort=name,asc&sort=age,asc', 'sort'],
    ['filter=x', 'filter'],
    ['filter[]=x', 'filter[]'],
    ['filter[name][eq]=x', 'filter[name][eq]'],
    ['filter[name.eq.eq]=x', 'filter[name.eq.eq]'],
    ['filter[other]=x', 'filter[other]'],
    ['filter[toString]=x', 'filter[toString]'],
    ['filter[name.is]=x', 'filter[name.is]'],
    ['filter[name]=x&filter[name]=y', 'filter[name]'],
    ['filter[name]=%00', 'filter[name]'],
    ['filter%5Bage.gte%5D=abc', 'filter[age.gte]'],
    ['filter[age.like]=1', 'filter[age.like]'],
    [Array.from({ length: 51 }, (_, index) => `filter[${index}]=x`).join('&'), 'filter'],
    ['fields=', 'fields'],
    ['fields=name,other', 'fields'],
    ['fields=name.first', 'fields'],
    ['fields=orders.other', 'fields'],
    ['fields=name&fields=age', 'fields'],
    [`fields=${'name,'.repeat(100)}name`, 'fields'],
    ['expand=', 'expand'],
    ['expand=other', 'expand'],
    ['expand=__proto__', 'expand'],
    ['expand=orders.other', 'expand'],
    ['expand=orders.customer.orders.customer.orders.customer', 'expand'],
    [`expand=${'orders,'.repeat(20)}orders`, 'expand'],
    ['expand=orders&expand=orders', 'expand'],
  ])('are rejected, with their name in the message: %s', async (query, name) => {
    expect(await ask(server, { path: `/Customer?${query}` })).toMatchObject({
      status: 400,
      body: { error: { code: 'BAD_REQUEST', message: expect.stringContaining(`Parameter ${name} `) } },
    });
  });

  it('are checked before any record is read', async () => {
    expect(await ask(server, { path: '/Customer?page=0&size=1000000' })).toMatchObject({
      body: { error: { message: 'Parameter size must be a whole number from 1 to 100' } },
    });
  });
});

describe('the parameters of a get', () => {
  it.each([
    ['fields=other', 'fields'],
    ['expand=other', 'expand'],
  ])('are rejected, with their name in the message, even if there is no record: %s', async (query, name) => {
    for (const id of ['1', '42']) {
      expect(await ask(server, { path: `/Customer/${id}?${query}` })).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining(`Parameter ${name} names the unknown`) } },
      });
    }
  });

  it('do not include those of a list', async () => {
    expect(await ask(server, { path: '/Customer/1?page=-1&sort=x' })).toMatchObject({ status: 200 });
  });
});

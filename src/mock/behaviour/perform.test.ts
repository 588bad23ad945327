import { describe, expect, it } from '@jest/globals';

import { runMock } from '../testing.ts';

const { send } = runMock();
const SALES = '/acme-corp/sales';

describe('a list', () => {
  it('returns the requested page of the contract’s example records', async () => {
    const { body } = await send({ path: `${SALES}/Customer?page=1&size=1` });
    expect(body).toEqual({
      data: [{ id: 2, name: 'John Doe', email: 'john@example.com', age: null, website: null }],
      meta: { page: 1, size: 1, totalElements: 2, totalPages: 2 },
    });
  });

  it('starts at the first record, with 20 records per page, by default', async () => {
    expect((await send({ path: `${SALES}/Order` })).body).toMatchObject({
      meta: { page: 0, size: 20, totalElements: 2 },
    });
  });

  it('is empty after the last page', async () => {
    expect((await send({ path: `${SALES}/Customer?page=9` })).body).toMatchObject({ data: [], meta: { page: 9 } });
  });
});

describe('a record', () => {
  it('has the requested id', async () => {
    expect((await send({ path: `${SALES}/Customer/41` })).body).toMatchObject({ data: { id: 41, name: 'Jane Doe' } });
  });

  it('has the columns of its entity', async () => {
    const { body } = await send({ path: `${SALES}/LineItem/1` });
    expect(body).toEqual({
      data: { id: 1, order_id: 1, product_id: 1, quantity: 1, discount: null, refund: null, trackingCode: null },
    });
  });

  it('has the requested relations and columns, and always the ids', async () => {
    const { body } = await send({
      path: `${SALES}/LineItem/2?expand=order.customer,product&fields=order.customer.name,product`,
    });
    expect(body).toEqual({
      data: {
        id: 2,
        order: { id: 2, customer: { id: 2, name: 'John Doe' } },
        product: expect.objectContaining({ sku: 'TAPE-80' }),
      },
    });
  });

  it('includes the records that reference it, if requested', async () => {
    const ordersOf = async (id: number) =>
      (await send({ path: `${SALES}/Customer/${id}?expand=orders.customer&fields=orders.customer_id` })).body;
    expect(await ordersOf(1)).toEqual({ data: { id: 1, orders: [{ id: 1, customer_id: 1 }] } });
    expect(await ordersOf(7)).toEqual({ data: { id: 7, orders: [] } });
  });

  it('is returned as created, with a new id and null for columns that were not sent', async () => {
    const sent = { name: 'Ann', email: 'ann@example.com' };
    const { body } = await send({ method: 'POST', path: `${SALES}/Customer`, body: sent });
    expect(body).toEqual({ data: { id: expect.any(Number), ...sent, age: null, website: null } });
  });

  it('is returned as updated, with unchanged values for columns that were not sent', async () => {
    const { body } = await send({ method: 'PUT', path: `${SALES}/Customer/2`, body: { age: 40 } });
    expect(body).toEqual({ data: { id: 2, name: 'John Doe', email: 'john@example.com', age: 40, website: null } });
  });
});

describe('a batch', () => {
  it('of new records fails only the invalid items', async () => {
    const items = [
      { name: 'Ann', email: 'ann@example.com' },
      { name: 'Bob', email: 'taken@example.com' },
      { name: '', email: 'carl@example.com' },
    ];
    const { status, body } = await send({ method: 'POST', path: `${SALES}/Customer/bulk`, body: items });
    expect(status).toBe(200);
    expect(body).toEqual({
      succeeded: 1,
      failed: 2,
      errors: [
        {
          index: 1,
          error: {
            code: 'UNIQUE_CONSTRAINT_VIOLATION',
            message: "A record with email 'taken@example.com' already exists",
          },
        },
        {
          index: 2,
          error: {
            code: 'VALIDATION_ERROR',
            message: 'Validation failed: 1 error(s)',
            details: [{ field: 'name', message: 'must not be blank' }],
          },
        },
      ],
    });
  });

  it('of updates finds the records by their ids', async () => {
    const items = [{ id: 404, name: 'Ann' }, { id: 1, name: 'Ann' }, { id: 500 }];
    const { body } = await send({ method: 'PUT', path: `${SALES}/Customer/bulk`, body: items });
    expect(body).toMatchObject({
      succeeded: 1,
      failed: 2,
      errors: [
        { index: 0, error: { code: 'NOT_FOUND', message: 'Record not found: 404' } },
        { index: 2, error: { code: 'INTERNAL_ERROR' } },
      ],
    });
  });

  it('of ids deletes all records except missing and referenced ones', async () => {
    const { body } = await send({ method: 'DELETE', path: `${SALES}/Customer/bulk`, body: [1, 404, 409] });
    expect(body).toMatchObject({
      succeeded: 1,
      failed: 2,
      errors: [
        { index: 1, error: { code: 'NOT_FOUND' } },
        { index: 2, error: { code: 'FOREIGN_KEY_VIOLATION' } },
      ],
    });
  });

  it('leaves out errors if no item failed', async () => {
    const { body } = await send({ method: 'DELETE', path: `${SALES}/Customer/bulk`, body: [1, 2] });
    expect(body).toEqual({ succeeded: 2, failed: 0 });
  });

  it('has 1 to 100 items', async () => {
    for (const items of [[], Array.from({ length: 101 }, (_, index) => index + 1)]) {
      const answer = await send({ method: 'DELETE', path: `${SALES}/Customer/bulk`, body: items });
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BAD_REQUEST' } } });
    }
    const hundred = Array.from({ length: 100 }, () => 1);
    expect((await send({ method: 'DELETE', path: `${SALES}/Customer/bulk`, body: hundred })).status).toBe(200);
  });
});

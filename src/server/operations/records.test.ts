import { describe, expect, it } from '@jest/globals';

import { fail, toEnvelope } from '../../contract/index.ts';
import type { Answer } from '../testing/test-server.ts';
import { ask, freshServer, startTestServer } from '../testing/test-server.ts';

const { get, post, put, remove } = freshServer();

const jane = { name: 'Jane Doe', email: 'jane@example.com' };

describe('a record', () => {
  it('is returned as it was stored, with its id first and null for missing values', async () => {
    const created = await post('/Customer', jane);
    expect(created).toMatchObject({
      status: 201,
      text: `{"data":{"id":4,"name":"Jane Doe","email":"jane@example.com","age":null,"website":null}}`,
    });
    expect(await get('/Customer/4')).toMatchObject({ status: 200, body: created.body });
  });

  it('keeps every type of value as it was sent', async () => {
    const product = {
      sku: 'A"\\é😀',
      name: "Robert'); DROP TABLE products;--",
      price: 0.07,
      discontinued: false,
      releasedOn: '2024-02-29',
      checkedAt: '2026-11-23T10:00:00.123Z',
    };
    expect(await post('/Product', product)).toMatchObject({ status: 201, body: { data: { id: 3, ...product } } });
    expect(await get('/Product/3')).toMatchObject({ body: { data: { id: 3, ...product } } });
  });

  it('keeps the largest and the smallest numbers exactly', async () => {
    const item = { order_id: 1, product_id: 1, quantity: 1, discount: -9_999_999_999_999.99, refund: -0.01 };
    expect(await post('/LineItem', item)).toMatchObject({ status: 201, body: { data: item } });
    const beyond = await post('/Customer', { ...jane, age: 2 ** 53 });
    expect(beyond.body).toMatchObject({
      error: {
        details: [
          { field: 'age', message: 'must be between -9007199254740991 and 9007199254740991' },
          { field: 'age', message: 'must be at most 150' },
        ],
      },
    });
  });

  it('gets its id from the server, and never one that was used before', async () => {
    await post('/Customer', jane);
    await remove('/Customer/4');
    expect(await post('/Customer', jane)).toMatchObject({ body: { data: { id: 5 } } });
    const details = [{ field: 'id', message: 'id is generated and cannot be set' }];
    expect(await post('/Customer', { ...jane, id: 9 })).toMatchObject({
      status: 422,
      body: toEnvelope(fail('validationError', { details })),
    });
  });

  it('is not found after it is deleted', async () => {
    expect(await remove('/Customer/3')).toMatchObject({ status: 204, text: '' });
    const gone = { status: 404, body: toEnvelope(fail('recordNotFound', { id: '3' })) };
    expect(await get('/Customer/3')).toMatchObject(gone);
    expect(await put('/Customer/3', {})).toMatchObject(gone);
    expect(await remove('/Customer/3')).toMatchObject(gone);
  });
});

describe('an update', () => {
  it('changes the columns that are sent and keeps the rest', async () => {
    const data = {
      id: 1,
      name: 'Ada King',
      email: 'ada@example.com',
      age: null,
      website: 'https://ada.example.com/notes',
    };
    expect(await put('/Customer/1', { name: 'Ada King', age: null })).toMatchObject({ status: 200, body: { data } });
    expect(await put('/Customer/1', {})).toMatchObject({ status: 200, body: { data } });
  });

  it('accepts a record as it was read, including its id', async () => {
    const { body } = await get('/Customer/1');
    const { data } = body as { data: object };
    expect(await put('/Customer/1', data)).toMatchObject({ status: 200, body: { data } });
  });

  it('does not change an id', async () => {
    expect(await put('/Customer/1', { id: 2 })).toMatchObject({ status: 422 });
    expect(await put('/Customer/1', { id: '1' })).toMatchObject({ status: 422 });
  });

  it('to a taken value changes nothing', async () => {
    const before = await get('/Customer');
    expect(await put('/Customer/1', { name: 'Changed', email: 'grace@example.com' })).toMatchObject({
      status: 409,
      body: toEnvelope(fail('uniqueConstraintViolation', { column: 'email', value: 'grace@example.com' })),
    });
    expect(await get('/Customer')).toMatchObject({ body: before.body });
  });

  it('to its own value is not a duplicate', async () => {
    expect(await put('/Customer/1', { email: 'ada@example.com' })).toMatchObject({ status: 200 });
  });

  it('cannot break a reference', async () => {
    expect(await put('/Order/1', { customer_id: 999 })).toMatchObject({
      status: 400,
      body: toEnvelope(fail('foreignKeyViolation', { column: 'customer_id', value: '999', table: 'customers' })),
    });
    expect(await get('/Order/1')).toMatchObject({ body: { data: { customer_id: 1 } } });
  });
});

describe('several references', () => {
  it('are distinguished: the error names the one whose record is missing, not the one that is null', async () => {
    const reference = { type: 'INTEGER', references: 'Thing' } as const;
    const columns = [
      { name: 'first_id', ...reference },
      { name: 'second_id', ...reference },
    ];
    const keys = [{ name: 'main', key: 'sk_live_0123456789', permission: 'READ_WRITE' }] as const;
    const entities = [{ name: 'Thing', table: 'things', columns }];
    const own = await startTestServer({
      definition: { organization: 'acme', workspaces: [{ slug: 'main', mode: 'ACTIVE', entities, keys }] },
    });
    const question = { method: 'POST', path: 'acme/main/Thing', key: 'sk_live_0123456789', body: { second_id: 7 } };
    expect(await ask(own, question)).toMatchObject({
      status: 400,
      body: toEnvelope(fail('foreignKeyViolation', { column: 'second_id', value: '7', table: 'things' })),
    });
    await own.close();
  });
});

describe('a unique column', () => {
  it('is case-sensitive', async () => {
    expect(await post('/Customer', { ...jane, email: 'ADA@example.com' })).toMatchObject({ status: 201 });
    expect(await post('/Customer', { ...jane, email: 'ADA@example.com' })).toMatchObject({ status: 409 });
  });

  it('accepts one of fifty concurrent duplicates', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post('/Customer', jane)));
    const taken = toEnvelope(fail('uniqueConstraintViolation', { column: 'email', value: jane.email }));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 201);
    for (const answer of others) expect(answer).toMatchObject({ status: 409, body: taken });
    expect(others).toHaveLength(49);
  });
});

describe('a record that others reference', () => {
  it('cannot be deleted until they are deleted', async () => {
    expect(await remove('/Customer/1')).toMatchObject({
      status: 400,
      body: toEnvelope(fail('recordReferenced', { id: 1, column: 'customer_id', table: 'orders' })),
    });
    expect(await get('/Customer/1')).toMatchObject({ status: 200 });
    for (const path of ['/LineItem/1', '/Order/1', '/Customer/1']) {
      expect(await remove(path)).toMatchObject({ status: 204 });
    }
  });

  it('leaves no orphans if it is deleted while new references are created', async () => {
    const { body } = await post('/Customer', jane);
    const { id } = (body as { data: { id: number } }).data;
    const order = (n: number): Promise<Answer> => post('/Order', { orderNumber: `ORD-race-${n}`, customer_id: id });
    const before = [1, 2, 3, 4, 5].map(order);
    const removed = remove(`/Customer/${id}`);
    const after = [6, 7, 8, 9, 10].map(order);
    const stored = (await Promise.all([...before, ...after])).filter(({ status }) => status === 201);
    expect(await removed).toMatchObject({ status: stored.length === 0 ? 204 : 400 });
    expect(await get(`/Customer/${id}`)).toMatchObject({ status: stored.length === 0 ? 404 : 200 });
  });
});

describe('names of properties that every object has', () => {
  it('can be names of entities and columns', async () => {
    const columns = [
      { name: 'toString', type: 'TEXT', unique: true },
      { name: 'valueOf', type: 'INTEGER' },
    ] as const;
    const entities = [{ name: 'hasOwnProperty', table: 'things', columns }];
    const keys = [{ name: 'main', key: 'sk_live_0123456789', permission: 'READ_WRITE' }] as const;
    const odd = await startTestServer({
      definition: { organization: 'acme', workspaces: [{ slug: 'main', mode: 'ACTIVE', entities, keys }] },
    });
    const place = { path: 'acme/main/hasOwnProperty', key: 'sk_live_0123456789' };
    expect(await ask(odd, { ...place, method: 'POST', body: {} })).toMatchObject({
      status: 201,
      text: '{"data":{"id":1,"toString":null,"valueOf":null}}',
    });
    expect(await ask(odd, { ...place, path: `${place.path}/1`, method: 'PUT', body: { valueOf: 1 } })).toMatchObject({
      text: '{"data":{"id":1,"toString":null,"valueOf":1}}',
    });
    await odd.close();
  });
});

import { describe, expect, it } from '@jest/globals';

import { fail } from '../../contract/index.ts';
import { freshServer } from '../testing/test-server.ts';
import { runBatch } from './batch.ts';

const { get, post, put, remove } = freshServer();

const jane = { name: 'Jane Doe', email: 'jane@example.com' };

describe('a batch', () => {
  it('carries out each item independently', async () => {
    const created = await post('/Customer/bulk', [
      jane,
      {},
      jane,
      { ...jane, email: 'j@example.com', id: 3 },
      { ...jane, email: 'x@example.com' },
    ]);
    expect(created).toMatchObject({ status: 200, body: { succeeded: 2, failed: 3 } });
    expect(created.body).toMatchObject({
      errors: [
        { index: 1, error: { code: 'VALIDATION_ERROR', message: 'Validation failed: 2 error(s)' } },
        { index: 2, error: { code: 'UNIQUE_CONSTRAINT_VIOLATION' } },
        { index: 3, error: { details: [{ field: 'id', message: 'id is generated and cannot be set' }] } },
      ],
    });
    const { body } = await get('/Customer');
    expect(body).toMatchObject({ meta: { totalElements: 5 } });
  });

  it('reports for each item the error that a separate request would return', async () => {
    const items = [
      { orderNumber: 'ORD-1001', customer_id: 1 },
      { orderNumber: 'ORD-9', customer_id: 999 },
      { orderNumber: 'nope', extra: 1 },
    ];
    const separate = await Promise.all(items.map((item) => post('/Order', item)));
    const { body } = await post('/Order/bulk', items);
    const errors = separate.map((answer, index) => ({ index, ...(answer.body as { error: object }) }));
    expect(body).toEqual({ succeeded: 0, failed: 3, errors });
  });

  it('updates and deletes, and omits errors if there are none', async () => {
    expect(
      await put('/Customer/bulk', [
        { id: 1, age: 1 },
        { id: 2, age: 2 },
      ]),
    ).toMatchObject({ text: '{"succeeded":2,"failed":0}' });
    expect(await put('/Customer/bulk', [{ id: 1, age: -1 }, { id: 42 }, { id: 0 }, { id: 3, age: 3 }])).toMatchObject({
      body: {
        succeeded: 1,
        failed: 3,
        errors: [
          { index: 0, error: { details: [{ field: 'age', message: 'must be at least 0' }] } },
          { index: 1, error: { code: 'NOT_FOUND', message: 'Record not found: 42' } },
          { index: 2, error: { code: 'NOT_FOUND', message: 'Record not found: 0' } },
        ],
      },
    });
    expect(await remove('/Customer/bulk', [3, 3, 1])).toMatchObject({
      body: {
        succeeded: 1,
        failed: 2,
        errors: [
          { index: 1, error: { message: 'Record not found: 3' } },
          { index: 2, error: { message: 'Record 1 is still referenced by customer_id in orders' } },
        ],
      },
    });
  });

  it('accepts 100 items', async () => {
    const items = Array.from({ length: 100 }, (_, n) => ({ ...jane, email: `jane-${n}@example.com` }));
    expect(await post('/Customer/bulk', items)).toMatchObject({ body: { succeeded: 100, failed: 0 } });
    expect(await get('/Customer?size=100&page=1')).toMatchObject({
      body: { meta: { totalElements: 103, totalPages: 2 } },
    });
  });
});

describe('a long batch', () => {
  it.each([
    ['lets others go on after each item that takes long', 1000, 9],
    ['is carried out at once if its items take little', 0, 0],
  ])('%s', async (_title, duration, expected) => {
    let time = 0;
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      if (isOver) return;
      turns += 1;
      setImmediate(count);
    };
    setImmediate(count);
    const work = async (): Promise<void> => {
      time += duration;
      throw fail('recordNotFound', { id: 1 });
    };
    const failureOf = (): ReturnType<typeof fail> => fail('recordNotFound', { id: 1 });
    await runBatch(Array(10).fill(null), work, failureOf, () => time);
    isOver = true;
    expect(turns).toBe(expected);
  });
});

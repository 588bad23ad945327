import { describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { findTogether, lookUp } from './find-records.ts';

const collection = { path: '/acme/sales/Customer', key: 'key-rw' };
const wanted = { collection, column: 'email', values: ['a@example.com'] };

/** Looks a value up on a server that ignores filters. Returns the result and how many requests it took. */
async function lookUpOn(list: (page: number) => object) {
  let requests = 0;
  const send = (request: PlannedRequest): Promise<Exchange> => {
    requests += 1;
    if (requests > 50) throw new Error('this does not end');
    const page = Number(new URL(request.path, 'http://any.invalid').searchParams.get('page') ?? '0');
    return Promise.resolve({ request, response: { status: 200, headers: {}, body: JSON.stringify(list(page)) } });
  };
  const { records, isComplete } = await lookUp(send, wanted);
  return { found: records.map(({ id }) => id), isComplete };
}

const others = (page: number) => [{ id: page + 1, email: `b${page}@example.com` }];

describe('a lookup without filters', () => {
  it('is complete if the pages show every record', async () => {
    const list = (page: number) => ({
      data: page === 0 ? others(page) : [],
      meta: { totalElements: 1, totalPages: 1 },
    });
    expect(await lookUpOn(list)).toEqual({ found: [], isComplete: true });
  });

  it.each([Number.MAX_SAFE_INTEGER, 2 ** 53, 2 ** 63, 1e300, -1, 0.5, null, '3'])(
    'ends with %p pages',
    async (totalPages) => {
      const list = (page: number) => ({ data: others(page), meta: { totalElements: 1e6, totalPages } });
      expect(await lookUpOn(list)).toEqual({ found: [], isComplete: false });
    },
  );

  it.each([0, 1])('is not complete if the server counts %i records, but has another page', async (totalElements) => {
    const list = (page: number) => ({ data: others(page), meta: { totalElements, totalPages: 1 } });
    expect(await lookUpOn(list)).toEqual({ found: [], isComplete: false });
  });
});

describe('records found together', () => {
  it('have one of the values', async () => {
    const send = (request: PlannedRequest): Promise<Exchange> => {
      const body = '{"data":[{"id":9007199254740993,"email":"A@example.com"},{"id":2,"email":"c@example.com"}]}';
      return Promise.resolve({ request, response: { status: 200, headers: {}, body } });
    };
    const found = await findTogether(send, { ...wanted, values: ['a@example.com', 'b@example.com'] });
    expect(found.map(({ id, value }) => [id, value])).toEqual([[9007199254740993n, 'a@example.com']]);
  });
});

import { describe, expect, it } from '@jest/globals';

import type { Filter } from '../../workspace/index.ts';
import { runMock } from '../testing.ts';

const { send } = runMock();
const CUSTOMERS = '/acme-corp/sales/Customer';

async function idsOf(query: string): Promise<unknown> {
  const { body } = await send({ path: `${CUSTOMERS}?${query}` });
  return body;
}

/** What a list of the ids 1 and 2 contains after a filter. */
const cases: Readonly<Record<Exclude<Filter['operator'], 'like'>, readonly (readonly [string, readonly number[]])[]>> =
  {
    eq: [
      ['1', [1]],
      ['3', []],
      ['1e0', [1]],
    ],
    neq: [
      ['1', [2]],
      ['3', [1, 2]],
    ],
    gt: [
      ['0', [1, 2]],
      ['1', [2]],
      ['2', []],
      ['9007199254740991', []],
    ],
    gte: [
      ['1', [1, 2]],
      ['2', [2]],
      ['3', []],
    ],
    lt: [
      ['1', []],
      ['2', [1]],
      ['3', [1, 2]],
    ],
    lte: [
      ['0', []],
      ['1', [1]],
      ['2', [1, 2]],
    ],
    in: [
      ['2', [2]],
      ['3,1', [1]],
      ['4', []],
    ],
    isNull: [
      ['true', []],
      ['false', [1, 2]],
    ],
    isNotNull: [
      ['true', [1, 2]],
      ['false', []],
    ],
  };

describe('a filter of the mock by id', () => {
  it.each(
    Object.entries(cases).flatMap(([operator, values]) =>
      values.map(([value, ids]) => [operator, value, ids] as const),
    ),
  )('%s %s is applied', async (operator, value, ids) => {
    expect(await idsOf(`filter[id.${operator}]=${value}`)).toMatchObject({
      data: ids.map((id) => ({ id })),
      meta: { totalElements: ids.length, totalPages: Math.min(ids.length, 1) },
    });
  });

  it('is applied before the page is cut, and together with others', async () => {
    expect(await idsOf('filter[id.gt]=1&size=1')).toMatchObject({ data: [{ id: 2 }], meta: { totalPages: 1 } });
    expect(await idsOf('filter[id.gt]=1&filter[id.lt]=2')).toMatchObject({ data: [] });
  });

  it.each([
    ['filter[name]=unknown', []],
    ['filter[name.like]=Doe', [1, 2]],
    ['filter[age.isNull]=true', [2]],
    ['filter[age.gt]=1000', []],
    ['filter[age.lte]=36.0', [1]],
    ['filter[email.neq]=jane@example.com', [2]],
  ])('or by another column is applied: %s', async (query, ids) => {
    expect(await idsOf(query)).toMatchObject({ data: ids.map((id) => ({ id })), meta: { totalElements: ids.length } });
  });
});

describe('a sorting of the mock', () => {
  it.each([
    ['id,asc', [1, 2]],
    ['id,desc', [2, 1]],
    ['name,desc', [2, 1]],
    ['name,asc', [1, 2]],
  ])('by %s is applied', async (sort, ids) => {
    expect(await idsOf(`sort=${sort}`)).toMatchObject({ data: ids.map((id) => ({ id })) });
  });
});

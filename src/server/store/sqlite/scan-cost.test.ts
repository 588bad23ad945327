import { describe, expect, it } from '@jest/globals';

import type { EntityDefinition } from '../../../workspace/index.ts';
import { ID_COLUMN, readFilter, readSort } from '../../../workspace/index.ts';
import type { ListQuery } from '../store.ts';
import { bytesOfRows, scanCost } from './scan-cost.ts';

const entity: EntityDefinition = {
  name: 'Item',
  table: 'items',
  columns: [{ name: 'name', type: 'TEXT' }],
};
const plain: ListQuery = { filters: [], page: 0, size: 20 };
const filteredBy = (name: string, value: string): ListQuery => ({
  ...plain,
  filters: [readFilter(entity, `filter[${name}]`, value)],
});
const sorted: ListQuery = { ...plain, sort: readSort(entity, 'name,asc') };

const million = { rows: 1e6, bytes: 5e7 };
const costOf = (query: ListQuery): number => scanCost(query, million);

describe('the cost of a read', () => {
  it('grows with the rows and their bytes', () => {
    const cost = scanCost(plain, { rows: 10, bytes: 1000 });
    expect(scanCost(plain, { rows: 20, bytes: 1000 })).toBeGreaterThan(cost);
    expect(scanCost(plain, { rows: 10, bytes: 2000 })).toBeGreaterThan(cost);
  });

  it.each<[string, ListQuery, ListQuery]>([
    ['with a filter', filteredBy('name', 'a'), plain],
    ['with a search', filteredBy('name.like', 'a'), filteredBy('name', 'a')],
    ['with a longer text to search for', filteredBy('name.like', 'ab'), filteredBy('name.like', 'a')],
    ['with a list of values', filteredBy('name.in', 'a,b'), filteredBy('name', 'a')],
    ['with a sort', sorted, plain],
    ['of a later page of a sort', { ...sorted, page: 9000 }, sorted],
  ])('is higher %s', (_title, higher, lower) => {
    expect(costOf(higher)).toBeGreaterThan(costOf(lower));
  });

  it('of a sort by id is that of no sort, because the table has that order', () => {
    expect(costOf({ ...plain, sort: { column: ID_COLUMN, direction: 'desc' } })).toBe(costOf(plain));
  });
});

it('expects every text to be as long as its column allows, in characters of four bytes', () => {
  expect(bytesOfRows(entity, 2) - bytesOfRows({ ...entity, columns: [] }, 2)).toBeGreaterThanOrEqual(2 * 4 * 255);
});

import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ID_COLUMN, readFilter, readSort } from '../../../workspace/index.ts';
import { hashOf } from '../key-hash.ts';
import type { Collection, ListQuery, Store } from '../store.ts';

/** Returns the collection of an entity in a store that was created from the shop definition. */
export async function collectionOf(store: Store, name: string, workspace = 'acme-corp/shop'): Promise<Collection> {
  const entities = await store.findEntities(workspace);
  const entity = entities.find((each) => each.name === name);
  if (entity === undefined) throw new Error(`there is no entity ${name}`);
  return { workspace, entity, entities };
}

/** Builds a list query from parameters as written in a URL. */
export function queryOf({ entity }: Collection, filters: Readonly<Record<string, string>>, sort?: string): ListQuery {
  return {
    filters: Object.entries(filters).map(([name, value]) => readFilter(entity, `filter[${name}]`, value)),
    sort: sort === undefined ? undefined : readSort(entity, sort),
    page: 0,
    size: 100,
  };
}

/** The tests that every store must pass. `open` creates a store from the shop definition. */
export function storeFacts(open: () => Promise<Store>): void {
  let store: Store;
  let items: Collection;
  beforeAll(async () => {
    store = await open();
    items = await collectionOf(store, 'Item');
  });
  afterAll(() => store.close());

  const idsOf = async (filters: Readonly<Record<string, string>>, sort?: string): Promise<readonly number[]> => {
    const { records, totalElements } = await store.list(items, queryOf(items, filters, sort));
    expect(totalElements).toBe(records.length);
    return records.map(({ id }) => id);
  };

  describe('a filter', () => {
    it.each<[string, string, readonly number[]]>([
      ['name', 'b', [1]],
      ['name.eq', 'B', [3]],
      ['name.eq', "' OR '1'='1", []],
      ['name.neq', 'b', [2, 3, 4, 5, 6, 7]],
      // In code point order, an emoji follows characters that it precedes in UTF-16, and `B` precedes `a`.
      ['name.gt', 'é', [6, 7]],
      ['name.lt', 'a', [3, 5]],
      ['name.gte', '😀', [6]],
      ['name.lte', 'a', [2, 3, 5]],
      ['name.like', '%', [5]],
      ['name.like', '_\\', [5]],
      ['name.like', 'B', [3]],
      ['name.like', '', [1, 2, 3, 4, 5, 6, 7]],
      ['name.in', 'a,b,c', [1, 2]],
      ['name.in', '', []],
      ['name.isNull', 'true', [8]],
      ['name.isNull', 'false', [1, 2, 3, 4, 5, 6, 7]],
      ['name.isNotNull', 'true', [1, 2, 3, 4, 5, 6, 7]],
      ['name.isNotNull', 'false', [8]],
      ['id', '3', [3]],
      ['id.in', '1,8,9', [1, 8]],
      ['count', '1', [1, 7]],
      ['count', '10e-1', [1, 7]],
      ['count.gte', '9007199254740991', [3]],
      ['count.gt', '9007199254740991', []],
      ['count', '9007199254740992', []],
      ['count.lt', `9${'0'.repeat(40)}`, [1, 2, 3, 4, 5, 7]],
      ['count.gt', `-9${'0'.repeat(40)}`, [1, 2, 3, 4, 5, 7]],
      ['price', '1.1', [1]],
      ['price', '1.10', [1]],
      ['price', '-0.07', [2]],
      ['price', '1.101', []],
      ['price.neq', '1.101', [1, 2, 3, 4, 6]],
      ['price.gt', '1.101', [3, 4, 6]],
      ['price.gte', '1.101', [3, 4, 6]],
      ['price.lt', '1.101', [1, 2]],
      ['price.lte', '1.109', [1, 2]],
      ['price.lt', '-0.069', [2]],
      ['price.gt', '-0.071', [1, 2, 3, 4, 6]],
      ['price.gte', '-0.069', [1, 3, 4, 6]],
      ['price.in', '1.1,1.111,2', [1, 4]],
      ['price.in', '1.111', []],
      ['price', '9999999999999.99', [3]],
      ['sold', 'true', [1, 3]],
      ['sold.neq', 'true', [2]],
      ['sold.lt', 'true', [2]],
      ['madeOn.gt', '2026-01-31', [3]],
      ['madeOn', '0001-01-01', [2]],
      ['seenAt', '2026-01-31T11:00:00+01:00', [1]],
      ['seenAt.gt', '2026-01-31T10:00:00Z', [3]],
      ['shelf_id', '1', [1, 2]],
      ['order.eq', 'x', [1]],
    ])('by %s of %j finds the matching records', async (name, value, ids) => {
      expect((await idsOf({ [name]: value })).toSorted((one, other) => one - other)).toEqual(ids);
    });

    it('is combined with other filters', async () => {
      expect(await idsOf({ 'count.gte': '1', 'count.lt': '10', 'name.neq': 'b' })).toEqual([5, 7]);
    });

    it('can have many values', async () => {
      const values = Array.from({ length: 5000 }, (_, index) => String(index));
      const filters = [{ column: ID_COLUMN, operator: 'in', values }] as const;
      expect(await store.list(items, { filters, page: 0, size: 100 })).toMatchObject({ totalElements: 8 });
    });
  });

  describe('the size of a page', () => {
    it('is the bytes of its text', async () => {
      const query = (filters: Readonly<Record<string, string>>): ListQuery => queryOf(items, filters);
      // A name, a date, and the value of `order`.
      expect(await store.sizeOf(items, query({ id: '1' }))).toBe('b'.length + '2026-01-31'.length + 'x'.length);
      expect(await store.sizeOf(items, query({ 'id.in': '4,6' }))).toBe(Buffer.byteLength('é😀'));
      expect(await store.sizeOf(items, { ...query({ 'id.in': '4,6' }), size: 1, page: 1 })).toBe(4);
      expect(await store.sizeOf(items, query({ id: '8' }))).toBe(0);
      expect(await store.sizeOf(items, query({ id: '999' }))).toBe(0);
    });
  });

  describe('a sort order', () => {
    it.each<[string | undefined, readonly number[]]>([
      [undefined, [1, 2, 3, 4, 5, 6, 7, 8]],
      ['id,desc', [8, 7, 6, 5, 4, 3, 2, 1]],
      ['name,asc', [5, 3, 2, 1, 4, 7, 6, 8]],
      ['name,desc', [6, 7, 4, 1, 2, 3, 5, 8]],
      ['count,asc', [2, 1, 7, 5, 4, 3, 6, 8]],
      ['count,desc', [3, 4, 5, 1, 7, 2, 6, 8]],
      ['price,desc', [3, 4, 6, 1, 2, 5, 7, 8]],
      ['sold,asc', [2, 1, 3, 4, 5, 6, 7, 8]],
      ['seenAt,asc', [2, 1, 3, 4, 5, 6, 7, 8]],
    ])('by %j puts nulls last, and sorts equal values by id', async (sort, ids) => {
      expect(await idsOf({}, sort)).toEqual(ids);
    });

    it('is the same across pages', async () => {
      const query = { ...queryOf(items, { 'id.gt': '1' }, 'count,desc'), size: 3 };
      const pages = await Promise.all([0, 1, 2, 3].map((page) => store.list(items, { ...query, page })));
      expect(pages.map(({ records }) => records.map(({ id }) => id))).toEqual([[3, 4, 5], [7, 2, 6], [8], []]);
      expect(pages.map(({ totalElements }) => totalElements)).toEqual([7, 7, 7, 7]);
    });
  });

  describe('a record', () => {
    it('is returned as it was written, by every method that reads it', async () => {
      const values = {
        name: '😀 "é" \' \\ ﬀ',
        count: -9007199254740991,
        price: -9999999999999.99,
        sold: false,
        madeOn: '2024-02-29',
        seenAt: '0001-01-01T00:00:00.001Z',
        shelf_id: null,
        order: '',
      };
      const record = await store.create(items, values);
      expect(record).toEqual({ id: 9, ...values });
      expect(await store.get(items, 9)).toEqual(record);
      expect(await store.update(items, 9, { count: null })).toEqual({ ...record, count: null });
      expect(await store.update(items, 9, {})).toEqual({ ...record, count: null });
      expect(await store.delete(items, 9)).toBe(true);
      expect(await store.delete(items, 9)).toBe(false);
      expect(await store.get(items, 9)).toBeUndefined();
      expect(await store.update(items, 9, { count: 1 })).toBeUndefined();
      expect(await store.update(items, 9, {})).toBeUndefined();
    });

    it('with a duplicate value is refused with the name of the column', async () => {
      await expect(store.create(items, { order: 'x' })).rejects.toMatchObject({
        name: 'UniqueViolation',
        column: 'order',
        value: 'x',
      });
      await expect(store.update(items, 2, { order: 'x' })).rejects.toMatchObject({ column: 'order', value: 'x' });
      expect(await store.get(items, 2)).toMatchObject({ order: 'y' });
      expect(await store.update(items, 1, { order: 'x' })).toMatchObject({ order: 'x' });
    });

    it('with a long duplicate value is refused too', async () => {
      const shelves = await collectionOf(store, 'Shelf');
      // An index cannot compress random text.
      const label = randomBytes(3000).toString('base64');
      const { id } = await store.create(shelves, { label });
      await expect(store.create(shelves, { label })).rejects.toMatchObject({ column: 'label', value: label });
      expect(await store.create(shelves, { label: `${label.slice(1)}x` })).toMatchObject({ above_id: null });
      expect(await store.delete(shelves, id)).toBe(true);
    });

    it('that references a missing record is refused with the name of the column', async () => {
      const violation = { name: 'ForeignKeyViolation', column: 'shelf_id', value: '999', table: 'shelves' };
      await expect(store.create(items, { shelf_id: 999 })).rejects.toMatchObject(violation);
      await expect(store.update(items, 1, { shelf_id: 999 })).rejects.toMatchObject(violation);
      expect(await store.get(items, 1)).toMatchObject({ shelf_id: 1 });
    });

    it('cannot be deleted while another one references it', async () => {
      const shelves = await collectionOf(store, 'Shelf');
      await expect(store.delete(shelves, 1)).rejects.toMatchObject({ column: 'shelf_id', table: 'select', id: 1 });
      expect(await store.get(shelves, 1)).toEqual({ id: 1, label: 'low', above_id: 2 });
    });

    it('of another workspace is separate', async () => {
      const shelves = await collectionOf(store, 'Shelf', 'acme-corp/shop-2');
      expect(await store.list(shelves, queryOf(shelves, {}))).toEqual({
        records: [{ id: 1, label: 'low', above_id: null }],
        totalElements: 1,
      });
      expect(await store.get(shelves, 2)).toBeUndefined();
      expect(await store.update(shelves, 1, { label: 'high' })).toMatchObject({ label: 'high' });
      await expect(store.update(shelves, 1, { above_id: 2 })).rejects.toMatchObject({ column: 'above_id' });
      expect(await store.create(shelves, { label: 'top', above_id: 1 })).toMatchObject({ id: 2 });
      expect(await store.delete(shelves, 2)).toBe(true);
    });
  });

  describe('a race between requests', () => {
    it('that create the same unique value has one winner', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 50 }, (_, count) => store.create(items, { order: 'race', count })),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const losers = outcomes.filter(({ status }) => status === 'rejected');
      expect(losers).toEqual(
        losers.map(() => ({ status: 'rejected', reason: expect.objectContaining({ column: 'order' }) })),
      );
      expect(await idsOf({ order: 'race' })).toHaveLength(1);
    });

    it('that create children and delete their parent leaves no orphan', async () => {
      const shelves = await collectionOf(store, 'Shelf');
      const rounds = Array.from({ length: 20 }, async (_, round) => {
        const { id } = await store.create(shelves, { label: `round ${round}` });
        const children = Array.from({ length: 3 }, () => store.create(items, { shelf_id: id }));
        const outcomes = await Promise.allSettled([...children, store.delete(shelves, id)]);
        const inserted = outcomes.slice(0, 3).some(({ status }) => status === 'fulfilled');
        expect((await store.get(shelves, id)) !== undefined).toBe(inserted);
      });
      await Promise.all(rounds);
    });
  });

  describe('a key', () => {
    it('is found by its hash, with its workspace', async () => {
      expect(await store.findKey(hashOf('sk_live_shop_old'))).toEqual({
        organization: 'acme-corp',
        workspace: 'shop',
        workspaceId: 'acme-corp/shop',
        revision: 0,
        mode: 'ACTIVE',
        permission: 'READ_ONLY',
        expiresAt: new Date('2025-01-01T00:00:00Z'),
        revoked: true,
      });
      expect(await store.findKey(hashOf('sk_live_shop_2'))).toMatchObject({
        workspace: 'shop-2',
        mode: 'MAINTENANCE',
        permission: 'READ_WRITE',
        expiresAt: undefined,
        revoked: false,
      });
      expect(await store.findKey(hashOf('sk_live_missing'))).toBeUndefined();
    });
  });

  it('returns no entities for a workspace that does not exist', async () => {
    expect(await store.findEntities('nowhere')).toEqual([]);
  });
}

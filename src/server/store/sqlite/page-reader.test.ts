import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { runSql } from '../../testing/run-sql.ts';
import { selectPage } from '../sql/select-page.ts';
import { textOf } from '../sql/sql.ts';
import type { Collection, ListQuery } from '../store.ts';
import { shopDefinition } from '../testing/shop-definition.ts';
import { collectionOf, queryOf } from '../testing/store-facts.ts';
import { SqliteStore } from './sqlite-store.ts';
import { tableOf } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-reader-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Whether the work is over before the event loop turns, so that no other request can go on meanwhile. */
async function blocks(work: Promise<unknown>): Promise<boolean> {
  let isOver = false;
  const end = work.then(() => (isOver = true));
  // Runs after everything that waits for no event.
  await new Promise((resolve) => process.nextTick(resolve));
  const wasOver = isOver;
  await end;
  return wasOver;
}

type Asked = readonly [filters: Readonly<Record<string, string>>, sort?: string, page?: number];

const SEARCHED = 'b'.repeat(255);
const scans: Readonly<Record<string, Asked>> = {
  'the number of records': [{}],
  'a deep page': [{}, 'id,asc', 50_000],
  'a sort without an index': [{}, 'count,desc'],
  'a deep page of a sort': [{}, 'count,asc', 50_000],
  'a sort by a unique column': [{}, 'order,asc'],
  ...Object.fromEntries(
    [
      ['name', 'a'],
      ['name.neq', 'a'],
      ['name.gt', 'a'],
      ['name.gte', 'a'],
      ['name.lt', 'a'],
      ['name.lte', 'a'],
      ['name.like', SEARCHED],
      ['name.in', 'a,b'],
      ['name.isNull', 'true'],
      ['name.isNull', 'false'],
      ['count', '1'],
      ['order.like', SEARCHED],
      ['order.gt', 'a'],
      ['id.gt', '1'],
      ['shelf_id.gt', '1'],
      ['shelf_id', '3'],
      ['shelf_id.in', '1,3'],
    ].map(([name = '', value = '']): [string, Asked] => [`${name} of ${value.slice(0, 5)}`, [{ [name]: value }]]),
  ),
};
const lookups: Readonly<Record<string, Asked>> = {
  'one id': [{ id: '3' }],
  'several ids': [{ 'id.in': '1,2,3' }, 'count,desc'],
  'a unique value': [{ order: 'x' }, 'name,asc'],
  'unique values': [{ 'order.in': 'x,y' }, 'order,desc'],
  'a reference': [{ shelf_id: '1', 'name.like': SEARCHED }],
  'references of few records': [{ 'shelf_id.in': '1,2' }, 'order,asc'],
};

describe('pages of an entity with millions of ids, in a file', () => {
  const file = join(folder, 'data.sqlite');
  let store: SqliteStore;
  let items: Collection;
  beforeAll(async () => {
    store = new SqliteStore(shopDefinition, file);
    items = await collectionOf(store, 'Item');
    // Not that many records: the largest id is what counts. But one shelf is full.
    runSql(
      file,
      `UPDATE sqlite_sequence SET seq = 10000000 WHERE name = 'acme-corp/shop.select';
      INSERT INTO "acme-corp/shop.shelves" (id, label) VALUES (3, 'full');
      WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000)
        INSERT INTO "acme-corp/shop.select" (name, shelf_id) SELECT 'b', 3 FROM numbers`,
    );
  });
  afterAll(() => store.close());

  const query = ([filters, sort, page = 0]: Asked): ListQuery => ({ ...queryOf(items, filters, sort), page });

  it.each(Object.entries(scans))('lets other requests go on while it reads %s', async (_title, asked) => {
    expect(await blocks(store.list(items, query(asked)))).toBe(false);
    expect(await blocks(store.sizeOf(items, query(asked)))).toBe(false);
  });

  it.each(Object.entries(lookups))('waits for no other scan to read %s', async (_title, asked) => {
    expect(await blocks(store.list(items, query(asked)))).toBe(true);
    expect(await blocks(store.sizeOf(items, query(asked)))).toBe(true);
  });

  it.each(Object.entries(lookups))('finds %s by an index', (_title, asked) => {
    const table = tableOf(items.workspace, items.entity);
    const statement = selectPage(table, query(asked));
    const database = new DatabaseSync(file);
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${textOf(statement, () => '?')}`).all(...statement.values);
    database.close();
    const steps = plan.map(({ detail }) => String(detail)).filter((step) => step.includes('acme-corp/shop.select'));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter((step) => !step.startsWith('SEARCH'))).toEqual([]);
  });
});

describe.each([
  ['in memory', undefined],
  ['in a file', join(folder, 'large.sqlite')],
])('pages of large records, %s', (_title, file) => {
  it('are read here or by another thread, depending on what the filter searches for', async () => {
    const store = new SqliteStore(shopDefinition, file);
    const items = await collectionOf(store, 'Item');
    const name = 'b'.repeat(255);
    await Promise.all(Array.from({ length: 3000 }, () => store.create(items, { name })));
    const search = (text: string) => blocks(store.list(items, queryOf(items, { 'name.like': text })));
    expect(await search('a')).toBe(true);
    expect(await search(SEARCHED)).toBe(false);
    // What was written before is found, wherever.
    const { id } = await store.create(items, { name });
    for (const text of ['b', SEARCHED]) {
      const found = await store.list(items, queryOf(items, { 'name.like': text }, 'id,desc'));
      expect(found.records[0]?.id).toBe(id);
    }
    await store.close();
  });
});

describe('the number of records of a large table', () => {
  const file = join(folder, 'counted.sqlite');
  let store: SqliteStore;
  let items: Collection;
  beforeAll(async () => {
    store = new SqliteStore(shopDefinition, file);
    items = await collectionOf(store, 'Item');
    runSql(
      file,
      `WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 300000 - (SELECT count(*) FROM "acme-corp/shop.select"))
        INSERT INTO "acme-corp/shop.select" (name) SELECT 'b' FROM numbers`,
    );
  });
  afterAll(() => store.close());

  const pageOf = (page: number): ListQuery => ({ ...queryOf(items, {}), page });
  const list = async (page = 0): Promise<readonly number[]> => {
    const { records, totalElements } = await store.list(items, pageOf(page));
    return [totalElements, records.length];
  };
  const size = (): number => queryOf(items, {}).size;

  it('is counted once, and then pages are read at once', async () => {
    expect(await blocks(store.list(items, pageOf(0)))).toBe(false);
    expect(await blocks(store.list(items, pageOf(0)))).toBe(true);
    expect(await list(3)).toEqual([300_000, size()]);
    expect(await list(300_000)).toEqual([300_000, 0]);
  });

  it('follows what the store writes', async () => {
    const before = await list();
    const { id } = await store.create(items, { name: 'c' });
    expect(await list()).toEqual([300_001, size()]);
    await expect(store.create(items, { name: 'c', shelf_id: 999 })).rejects.toThrow();
    expect(await list()).toEqual([300_001, size()]);
    await store.delete(items, id);
    expect(await list()).toEqual(before);
  });

  it('follows what another process writes', async () => {
    await list();
    runSql(file, `INSERT INTO "acme-corp/shop.select" (name) VALUES ('d'), ('d')`);
    expect(await list()).toEqual([300_002, size()]);
    runSql(file, `DELETE FROM "acme-corp/shop.select" WHERE name = 'd'`);
    expect(await list()).toEqual([300_000, size()]);
  });

  it('is that of the page, if records are written while it is read', async () => {
    const pages = await Promise.all(
      [0, 1, 2, 3].flatMap(() => [store.list(items, pageOf(0)), store.create(items, { name: 'e' })]),
    );
    expect(pages).toHaveLength(8);
    expect(await list()).toEqual([300_004, size()]);
  });

  it('is not used for pages of a filter', async () => {
    await list();
    const { totalElements } = await store.list(items, queryOf(items, { name: 'e' }));
    expect(totalElements).toBe(4);
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ColumnDefinition, ColumnType } from '../../../workspace/index.ts';
import { filterComplaint, filterOperators, ID_COLUMN } from '../../../workspace/index.ts';
import { Cluster } from '../../testing/postgres-cluster.ts';
import { SqliteStore } from '../sqlite/sqlite-store.ts';
import type { ListQuery, Store } from '../store.ts';
import { shopDefinition } from '../testing/shop-definition.ts';
import { collectionOf } from '../testing/store-facts.ts';
import { PostgresStore } from './postgres-store.ts';

const RECORDS = 120;
const QUERIES = 500;

/** Values that two databases could treat differently. There are only a few, so that many records share a value. */
const texts = [
  '',
  'a',
  'A',
  'ab',
  'Ab',
  'b',
  'é',
  'e\u0301',
  'É',
  'ß',
  'ss',
  'ı',
  'i',
  'I',
  'ﬀ',
  '😀',
  '\uffff',
  ' a',
  '%',
  '_',
  '\\',
  "'",
  '\n',
];
const integers = [0, 1, -1, 2, 10, 9, 9007199254740991, -9007199254740991];
const decimals = [0, 0.1, -0.1, 0.01, 1.1, 1.11, 2, 9999999999999.99, -9999999999999.99];
const days = ['0001-01-01', '1969-12-31', '2026-02-28', '9999-12-31'];
const moments = [
  '0001-01-01T00:00:00.001Z',
  '1969-12-31T23:59:59.999Z',
  '2026-02-28T10:00:00Z',
  '9999-12-31T23:59:59Z',
];

const values: Readonly<Record<ColumnType, readonly unknown[]>> = {
  TEXT: texts,
  INTEGER: integers,
  DECIMAL: decimals,
  BOOLEAN: [true, false],
  DATE: days,
  TIMESTAMP: moments,
};

/** Additional values for filters. No record has them in this form. */
const beyond: Readonly<Record<ColumnType, readonly string[]>> = {
  TEXT: ['aa', '\u{10ffff}'],
  INTEGER: [`9${'0'.repeat(30)}`, `-9${'0'.repeat(30)}`, '007', '-0'],
  DECIMAL: ['0.105', '-0.105', '0.001', '-0.001', `1${'0'.repeat(30)}.5`, '1.10000', '00.1'],
  BOOLEAN: [],
  DATE: ['2026-01-01'],
  TIMESTAMP: ['2026-02-28T11:00:00+01:00'],
};

const record = (columns: readonly ColumnDefinition[]): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record(
    Object.fromEntries(
      columns
        // Other tests cover references and the unique column.
        .filter(({ references, unique }) => references === undefined && unique !== true)
        .map(({ name, type }) => [name, fc.oneof(fc.constant(null), fc.constantFrom(...values[type]))]),
    ),
  );

const filter = (column: ColumnDefinition): fc.Arbitrary<ListQuery['filters'][number]> => {
  const some = [...values[column.type].map(String), ...beyond[column.type]];
  return fc
    .record({
      operator: fc.constantFrom(...filterOperators),
      all: fc.array(fc.constantFrom(...some), { minLength: 1, maxLength: 4 }),
    })
    .map(({ operator, all }) => {
      const several =
        operator === 'isNull' || operator === 'isNotNull' ? [] : operator === 'in' ? all : all.slice(0, 1);
      return { column, operator, values: several };
    })
    .filter(({ operator, values: several }) =>
      several.every((value) => filterComplaint(column, operator, value) === undefined),
    );
};

const query = (columns: readonly ColumnDefinition[]): fc.Arbitrary<ListQuery> =>
  fc.record({
    filters: fc.array(fc.constantFrom(...columns).chain(filter), { maxLength: 3 }),
    sort: fc.option(fc.record({ column: fc.constantFrom(...columns), direction: fc.constantFrom('asc', 'desc') }), {
      nil: undefined,
    }),
    page: fc.nat({ max: 4 }),
    size: fc.integer({ min: 1, max: 40 }),
  });

let cluster: Cluster;
let stores: readonly Store[];
beforeAll(async () => {
  cluster = await Cluster.start();
  const url = await cluster.newDatabase();
  stores = [new SqliteStore(shopDefinition), await PostgresStore.open(shopDefinition, url, () => undefined)];
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await cluster.remove();
});

it(`returns the same pages from both stores for ${QUERIES} generated queries`, async () => {
  const sides = await Promise.all(
    stores.map(async (store) => ({ store, collection: await collectionOf(store, 'Item') })),
  );
  const columns = [ID_COLUMN, ...(sides[0]?.collection.entity.columns ?? [])];
  for (const row of fc.sample(record(columns.slice(1)), RECORDS))
    await Promise.all(sides.map(({ store, collection }) => store.create(collection, row)));
  const seen = { some: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(query(columns), async (generated) => {
      const [one, other] = await Promise.all(sides.map(({ store, collection }) => store.list(collection, generated)));
      expect(other).toEqual(one);
      seen[JSON.stringify(one).includes('"id"') ? 'some' : 'none'] += 1;
    }),
    { numRuns: QUERIES },
  );
  // Two empty pages are equal, which proves little.
  expect(seen.some).toBeGreaterThan(QUERIES / 4);
});

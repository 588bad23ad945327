import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Mock } from '../src/mock/index.ts';
import { startMock } from '../src/mock/index.ts';
import type { RunningServer } from '../src/server/index.ts';
import { startServer } from '../src/server/index.ts';

/** A record for each way in which values can be equal, close, empty or in another order than their text. */
const records: readonly object[] = [
  { text: 'b', whole: 10, price: 9.5, done: true, day: '2026-01-31', at: '2026-01-31T09:30:00Z', toString: 'own' },
  { text: 'B', whole: 9, price: 10, done: false, day: '2025-12-31', at: '2026-01-31T09:30:00.500Z', item_id: 1 },
  { text: 'a,b\\c', whole: -1, price: -0.01, done: true, day: '2026-02-01', at: '2025-01-01T00:00:00Z', item_id: 2 },
  { text: '\u{1f600}', whole: 10, price: 9.5, item_id: 1 },
  { text: '\uffee' },
  {},
];

const definition = {
  organization: 'acme',
  workspaces: [
    {
      slug: 'w',
      mode: 'ACTIVE',
      entities: [
        {
          name: 'Item',
          table: 'items',
          columns: [
            { name: 'text', type: 'TEXT' },
            { name: 'whole', type: 'INTEGER' },
            { name: 'price', type: 'DECIMAL' },
            { name: 'done', type: 'BOOLEAN' },
            { name: 'day', type: 'DATE' },
            { name: 'at', type: 'TIMESTAMP' },
            { name: 'item_id', type: 'INTEGER', references: 'Item' },
            { name: 'toString', type: 'TEXT' },
          ],
        },
      ],
      records: { Item: records },
    },
  ],
};

/** Values to compare with, by column. */
const values: Readonly<Record<string, readonly string[]>> = {
  id: ['1', '3', '99'],
  text: ['b', 'B', '', '\u{1f600}'],
  whole: ['10', '9', '-1', '1e1'],
  price: ['9.5', '9.50', '9.499', '-0.01', '10'],
  done: ['true', 'false'],
  day: ['2026-01-31', '2026-01-01'],
  at: ['2026-01-31T09:30:00Z', '2026-01-31T10:30:00+01:00', '2026-01-31T09:30:00.250Z'],
  item_id: ['1', '3'],
  toString: ['own', 'function'],
};

const operators = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in'];

const queries = [
  ...Object.entries(values).flatMap(([column, some]) => [
    ...operators.flatMap((operator) =>
      some.map((value) => `filter[${column}.${operator}]=${encodeURIComponent(value)}`),
    ),
    ...['true', 'false'].map((value) => `filter[${column}.isNull]=${value}`),
    `sort=${column},asc`,
    `sort=${column},desc`,
  ]),
  'filter[text.like]=b',
  `filter[text.in]=${encodeURIComponent('b,a\\,b\\\\c')}`,
  'filter[whole]=10&filter[done.isNull]=true',
  'expand=item,items&fields=text,item.text,items.whole',
  'size=2&page=1&sort=text,asc',
  'size=2&page=9',
];

let mock: Mock;
let server: RunningServer;
beforeAll(async () => {
  mock = await startMock({ definition, port: 0 });
  server = await startServer({ definition, dev: true, port: 0 });
});
afterAll(async () => {
  await mock.close();
  await server.close();
});

async function list({ url }: { readonly url: string }, query: string): Promise<unknown> {
  const headers = { authorization: 'Bearer sk_test_read_write' };
  const response = await fetch(`${url}/acme/w/Item?${query}`, { headers });
  return { status: response.status, body: await response.json() };
}

describe('the mock and the server', () => {
  it.each(queries)('list the same records of a definition: %s', async (query) => {
    const ofServer = await list(server, query);
    expect(ofServer).toMatchObject({ status: 200 });
    expect(await list(mock, query)).toEqual(ofServer);
  });
});

import { describe, expect, it } from '@jest/globals';

import type { Client } from '../index.ts';
import { createClient, unwrap } from '../index.ts';
import { writeBody } from './write-body.ts';

const CUSTOMER = { entityName: 'Customer', id: 1 };
const NOT_JSON = [NaN, Infinity, -Infinity, 1e400];
const places: readonly [string, (value: number) => object][] = [
  ['a member', (age) => ({ age })],
  ['a nested member', (age) => ({ address: { floors: [{ age }] } })],
  ['an item of a list', (age) => ({ ages: [1, age] })],
];

describe('writeBody', () => {
  it.each([{ a: 1, b: null, c: [true, 'x'], d: undefined }, [], [1], 'text', 0, -0, 1e308, 2 ** 53, 5e-324, null])(
    'writes %j as JSON.stringify does',
    (body) => {
      expect(writeBody(body)).toBe(JSON.stringify(body));
    },
  );

  it.each(NOT_JSON.flatMap((value) => places.map(([place, put]) => [value, place, put] as const)))(
    'rejects %d as %s',
    (value, _place, put) => {
      expect(() => writeBody(put(value))).toThrow(`can't be "${value}"`);
    },
  );

  it('names the member', () => {
    expect(() => writeBody({ age: NaN })).toThrow(`age can't be "NaN"`);
  });
});

describe('a body with a number that JSON does not have', () => {
  const calls: readonly [string, (client: Client, body: object) => Promise<unknown>][] = [
    ['createRecord', (client, body) => unwrap(client.createRecord({ entityName: 'Customer', body: { ...body } }))],
    ['updateRecord', (client, body) => unwrap(client.updateRecord({ ...CUSTOMER, body: { ...body } }))],
    ['bulkCreateRecords', (client, body) => unwrap(client.bulkCreateRecords({ ...CUSTOMER, body: [{ ...body }] }))],
    [
      'bulkUpdateRecords',
      (client, body) => unwrap(client.bulkUpdateRecords({ ...CUSTOMER, body: [{ id: 1, ...body }] })),
    ],
    ['bulkDeleteRecords', (client) => unwrap(client.bulkDeleteRecords({ ...CUSTOMER, body: [NaN] }))],
    ['POST', (client, body) => client.POST('/{entityName}', { params: { path: CUSTOMER }, body: { ...body } })],
  ];

  it.each(calls)('is not sent by %s, neither as null nor otherwise', async (_name, call) => {
    const sent: Request[] = [];
    const fetch = (request: Request) => {
      sent.push(request);
      return Promise.resolve(new Response());
    };
    const client = createClient({ baseUrl: 'http://localhost', fetch });
    for (const value of NOT_JSON) {
      for (const [, put] of places) {
        await expect(call(client, put(value))).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      }
    }
    expect(sent).toEqual([]);
  });
});

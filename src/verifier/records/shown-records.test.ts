import { describe, expect, it } from '@jest/globals';

import { shownRecords } from './shown-records.ts';

describe('shownRecords', () => {
  it.each([
    ['a record', { data: { id: 7, name: 'Jane' } }],
    ['a page', { data: [{ id: 7, name: 'Jane' }], meta: { page: 0 } }],
    ['items under another name', { items: [{ id: 7, name: 'Jane' }] }],
    ['a bare array', [{ id: 7, name: 'Jane' }]],
    ['a bare record', { id: 7, name: 'Jane' }],
    ['a page with items without an id', { data: [{ id: 7, name: 'Jane' }, { name: 'Joe' }, null] }],
  ])('finds the record in %s', (_title, body) => {
    const found = [{ id: 7, data: { id: 7, name: 'Jane' } }];
    expect(shownRecords(JSON.stringify(body))).toEqual(found);
    expect(shownRecords(`\uFEFF${JSON.stringify(body)}`)).toEqual(found);
  });

  it('leaves out records inside other records', () => {
    const [record, ...others] = shownRecords('{"data":{"id":1,"customer":{"id":2}}}');
    expect(record?.id).toBe(1);
    expect(others).toEqual([]);
  });

  it('keeps every digit of an id', () => {
    expect(shownRecords('{"data":{"id":9007199254740993}}')[0]?.id).toBe(9007199254740993n);
  });

  it.each([null, [], {}, { data: null }, { data: { id: null } }, { data: [] }])('finds none in %j', (body) => {
    expect(shownRecords(JSON.stringify(body))).toEqual([]);
  });

  it.each(['', '{', '<h1>Oops</h1>'])('finds none in %j, which is not JSON', (body) => {
    expect(shownRecords(body)).toEqual([]);
  });
});

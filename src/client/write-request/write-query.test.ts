import { describe, expect, it } from '@jest/globals';

import { writeQuery } from './write-query.ts';

describe('writeQuery', () => {
  it('writes arrays as comma-separated lists and objects as name[key]', () => {
    const query = {
      page: 0,
      sort: 'name,asc',
      fields: ['name', 'customer.email'],
      filter: { 'age.gte': '18', name: 'Jane' },
    };
    expect(writeQuery(query)).toBe(
      'page=0&sort=name%2Casc&fields=name,customer.email&filter[age.gte]=18&filter[name]=Jane',
    );
  });

  it('omits values that are undefined, null or empty', () => {
    expect(writeQuery({ page: undefined, sort: null, fields: [], filter: {} })).toBe('');
    expect(writeQuery({ filter: { name: undefined, age: '1' }, size: 5 })).toBe('filter[age]=1&size=5');
  });

  it('escapes commas and backslashes in the lists of a filter, which are one condition', () => {
    const written = new URL(
      `http://localhost/?${writeQuery({ filter: { 'name.in': ['a,b', 'c\\', 'd'], 'age.in': [1, 2] } })}`,
    );
    expect(Object.fromEntries(written.searchParams)).toEqual({
      'filter[name.in]': 'a\\,b,c\\\\,d',
      'filter[age.in]': '1,2',
    });
  });

  it('keeps an empty list in a filter, because without the filter every record would match', () => {
    expect(writeQuery({ filter: { 'id.in': [] } })).toBe('filter[id.in]=');
  });

  it('encodes keys and values, which cannot add, truncate or replace a parameter', () => {
    const query = { filter: { 'name]=x&page': '9', '#': '1' }, fields: ['a,b', 'c&d=e'], sort: 'x#y' };
    const written = new URL(`http://localhost/?${writeQuery(query)}`);
    expect(written.hash).toBe('');
    expect([...written.searchParams.keys()]).toEqual(['filter[name]=x&page]', 'filter[#]', 'fields', 'sort']);
  });
});

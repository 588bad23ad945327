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

  it('encodes keys and values, which cannot add, truncate or replace a parameter', () => {
    const query = { filter: { 'name]=x&page': '9', '#': '1' }, fields: ['a,b', 'c&d=e'], sort: 'x#y' };
    const written = new URL(`http://localhost/?${writeQuery(query)}`);
    expect(written.hash).toBe('');
    expect([...written.searchParams.keys()]).toEqual(['filter[name]=x&page]', 'filter[#]', 'fields', 'sort']);
  });
});

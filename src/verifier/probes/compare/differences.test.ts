import { describe, expect, it } from '@jest/globals';

import { differences } from './differences.ts';

describe('differences', () => {
  it('passes over the order of members, however deep, and the columns that are not asked for', () => {
    const one = { address: { city: 'Bern', street: [{ name: 'Gasse', number: 7 }] }, version: 1 };
    const other = { version: 2, address: { street: [{ number: 7, name: 'Gasse' }], city: 'Bern' } };
    expect(differences(['address'], one, other)).toBe('');
  });

  it('names each column with both of its values', () => {
    expect(differences(['name', 'age', 'email'], { name: 'Jane', age: 34 }, { name: 'John', age: null })).toBe(
      'name "Jane", then "John"; age 34, then null',
    );
  });

  it('tells that one of the two is missing', () => {
    expect(differences(['name'], { name: 'Jane' }, undefined)).toBe('not there');
    expect(differences(['name'], undefined, { name: 'Jane' })).toBe('not answered');
  });
});

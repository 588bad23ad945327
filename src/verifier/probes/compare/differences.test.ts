import { describe, expect, it } from '@jest/globals';

import { differences } from './differences.ts';

describe('differences', () => {
  it('ignores the order of members at any depth, and columns that are not compared', () => {
    const one = { address: { city: 'Bern', street: [{ name: 'Gasse', number: 7 }] }, version: 1 };
    const other = { version: 2, address: { street: [{ number: 7, name: 'Gasse' }], city: 'Bern' } };
    expect(differences(['address'], one, other)).toBe('');
  });

  it('names each column that differs, with both values', () => {
    expect(differences(['name', 'age', 'email'], { name: 'Jane', age: 34 }, { name: 'John', age: null })).toBe(
      'name was "Jane", then "John"; age was 34, then null',
    );
  });

  it('reports a column that only one of the two records has', () => {
    expect(differences(['name', 'age'], { name: 'Jane' }, { age: null })).toBe(
      'name was "Jane", then missing; age was missing, then null',
    );
  });

  it('reports that one of the two records is missing', () => {
    expect(differences(['name'], { name: 'Jane' }, undefined)).toBe('the record is missing');
    expect(differences(['name'], undefined, { name: 'Jane' })).toBe('the earlier response has no record');
  });
});

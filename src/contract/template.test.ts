import { describe, expect, it } from '@jest/globals';

import { fillTemplate, matchTemplate, placeParts } from './template.ts';

describe('fillTemplate', () => {
  it('fills every placeholder', () => {
    expect(fillTemplate('{a} and {b} and {a}', { a: 1, b: 'two' })).toBe('1 and two and 1');
  });

  it('inserts values literally, including replacement patterns and placeholders', () => {
    expect(fillTemplate('not found: {id}', { id: '$& {id} $1' })).toBe('not found: $& {id} $1');
  });

  it('throws when a placeholder has no value', () => {
    expect(() => fillTemplate('not found: {id}', {})).toThrow('{id}');
    expect(() => fillTemplate('not found: {toString}', {})).toThrow('{toString}');
  });
});

describe('matchTemplate', () => {
  it('extracts the values, including line breaks', () => {
    expect(matchTemplate("with {column} '{value}'", "with email 'a\n'b'")).toEqual({ column: 'email', value: "a\n'b" });
  });

  it('does not match a message with additional text around it', () => {
    expect(matchTemplate('key has expired', 'your key has expired')).toBeUndefined();
    expect(matchTemplate('key has expired', 'key has expired.')).toBeUndefined();
  });

  it('matches the literals of a template literally', () => {
    expect(matchTemplate('{n} error(s)', '2 errors')).toBeUndefined();
    expect(matchTemplate('{n} error(s)', '2 error(s)')).toEqual({ n: '2' });
  });
});

describe('matchTemplate with known values', () => {
  it('compares the known values and extracts the others', () => {
    const template = 'Record {id} is still referenced by {column} in {table}';
    const text = 'Record 7 is still referenced by customer_id in orders';
    expect(matchTemplate(template, text, { id: 7, column: 'customer_id' })).toEqual({ table: 'orders' });
    expect(matchTemplate(template, text, { id: 8 })).toBeUndefined();
  });

  it('matches a known value literally', () => {
    expect(matchTemplate('{id} of {table}', '{table} of orders', { id: '{table}' })).toEqual({ table: 'orders' });
  });
});

describe('placeParts', () => {
  it('gives an earlier placeholder as much text as possible', () => {
    expect(placeParts(['a ', 'x', ' b ', 'y', ''], 'a 1 b 2 b 3')).toEqual({ x: '1 b 2', y: '3' });
  });

  it.each([
    ['gone', 'gone'],
    ['{} is gone', '7 is gone'],
    ['{} is gone', 'this is gone is gone'],
    ['record {}', 'record '],
    ["{} '{}' is taken", "email 'a'b' is taken"],
    ['a{}a', 'aa'],
  ])('finds %j in %j', (template, text) => {
    expect(placeParts(template.split(/({})/), text)).toBeDefined();
  });

  it.each([
    ['gone', 'gone, gone'],
    ['{} is gone', '7 is gone.'],
    ['record {}', 'a record 7'],
    ["{} '{}' is taken", "email 'a is taken"],
    ['a{}a', 'a'],
    ['aba{}ba', 'aba'],
    ['ab', 'b'],
  ])('does not find %j in %j', (template, text) => {
    expect(placeParts(template.split(/({})/), text)).toBeUndefined();
  });

  it('does not let two literals overlap', () => {
    expect(placeParts(['abc', 'x', 'bcd'], 'abcd')).toBeUndefined();
    expect(placeParts(['', 'x', 'aa', 'y', 'aa'], 'aaa')).toBeUndefined();
  });

  it('searches each character once, however many placeholders there are', () => {
    const text = `' '`.repeat(20_000);
    for (const literals of [
      ["x'", "' '", "' '", "y'"],
      ['', "'x", "' '", "' '", "'"],
      ['', "' '", "' '", "' '", ''],
    ]) {
      let passed = 0;
      const lastIndexOf = (literal: string, from = text.length) => {
        const found = text.lastIndexOf(literal, from);
        passed += from - Math.max(found, 0);
        return found;
      };
      const parts = literals.flatMap((literal, index) => (index > 0 ? [`v${index}`, literal] : [literal]));
      placeParts(parts, { length: text.length, lastIndexOf, slice: () => '' });
      expect(passed).toBeLessThanOrEqual(text.length);
    }
  });
});

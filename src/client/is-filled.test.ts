import { describe, expect, it } from '@jest/globals';

import { isFilled } from './is-filled.ts';

describe('isFilled', () => {
  it.each([
    ['gone', 'gone'],
    ['{id} is gone', '7 is gone'],
    ['{id} is gone', 'this is gone is gone'],
    ['record {id}', 'record '],
    ["{column} '{value}' is taken", "email 'a'b' is taken"],
    ['a{x}a', 'aa'],
  ])('%j is %j', (template, message) => {
    expect(isFilled(template, message)).toBe(true);
  });

  it.each([
    ['gone', 'gone, gone'],
    ['{id} is gone', '7 is gone.'],
    ['record {id}', 'a record 7'],
    ["{column} '{value}' is taken", "email 'a is taken"],
    ['a{x}a', 'a'],
    ['aba{x}ba', 'aba'],
  ])('%j is not %j', (template, message) => {
    expect(isFilled(template, message)).toBe(false);
  });
});

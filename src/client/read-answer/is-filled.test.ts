import { describe, expect, it } from '@jest/globals';

import { isFilled } from './is-filled.ts';

describe('isFilled', () => {
  it.each([
    ['gone', 'gone'],
    ['{} is gone', '7 is gone'],
    ['{} is gone', 'this is gone is gone'],
    ['record {}', 'record '],
    ["{} '{}' is taken", "email 'a'b' is taken"],
    ['a{}a', 'aa'],
  ])('%j is %j', (template, message) => {
    expect(isFilled(template, message)).toBe(true);
  });

  it.each([
    ['gone', 'gone, gone'],
    ['{} is gone', '7 is gone.'],
    ['record {}', 'a record 7'],
    ["{} '{}' is taken", "email 'a is taken"],
    ['a{}a', 'a'],
    ['aba{}ba', 'aba'],
  ])('%j is not %j', (template, message) => {
    expect(isFilled(template, message)).toBe(false);
  });
});

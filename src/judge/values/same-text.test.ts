import { describe, expect, it } from '@jest/globals';

import { sameText, showsOtherRecord } from './same-text.ts';

describe('sameText', () => {
  it.each([
    ['Jane@Example.com', 'jane@example.com'],
    [' Jane Doe ', 'Jane Doe'],
    ['Zoe\u0308', 'Zo\u00EB'],
  ])('treats %j and %j as the same text', (one, other) => {
    expect(sameText(one, other)).toBe(true);
  });

  it.each([
    ['Jane Doe', 'Jane'],
    ['Jane Doe', 'JaneDoe'],
  ])('distinguishes %j from %j', (one, other) => {
    expect(sameText(one, other)).toBe(false);
  });
});

describe('showsOtherRecord', () => {
  const run = '1234567890';
  it.each([
    [['jane-12345678900002@example.com'], true],
    [['jane-12345678900001@example.com'], false],
    // An update of the unique column left the digits of the creation in another one.
    [['jane-12345678900001@example.com', 'https://example.com/12345678900002'], false],
    [['Jane Doe'], false],
    // Where one value ends, the digits of another one do not go on.
    [['1234567890', '0002'], false],
  ])('finds out whether %j are of another record than 0001: %s', (texts, isOther) => {
    expect(showsOtherRecord(texts, run, ['jane-12345678900001@example.com'])).toBe(isOther);
  });

  it('cannot say it of a record without a known value', () => {
    expect(showsOtherRecord(['x12345678900002'], run, [])).toBe(false);
  });
});

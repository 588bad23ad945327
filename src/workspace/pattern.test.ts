import { describe, expect, it } from '@jest/globals';

import { isPattern, matchesPattern } from './pattern.ts';

describe('a pattern', () => {
  it.each([
    ['^[A-Z0-9]*$', 'ZX81', true],
    ['^[A-Z0-9]*$', 'ZX81\n', false],
    ['b', 'abc', true],
    ['^\\p{L}+$', 'Ωé', true],
    ['^.$', '😀', true],
  ])('%s on %j: %j, as JavaScript judges it', (pattern, text, matches) => {
    expect(matchesPattern(pattern, text)).toBe(matches);
    expect(new RegExp(pattern, 'u').test(text)).toBe(matches);
  });

  it.each([
    ['(', 'neither compiles'],
    ['(?=a)b', 'RE2 does not'],
    ['(a)\\1', 'RE2 does not'],
    ['a{1001}', 'RE2 does not'],
    ['(?i)a', 'JavaScript does not'],
    ['\\Qa.b\\E', 'JavaScript does not'],
  ])('is none where one engine does not compile it: %s', (pattern) => {
    expect(isPattern(pattern)).toBe(false);
  });

  it('is matched by RE2, whose time is linear: its white space is ASCII, that of a backtracking engine is not', () => {
    expect(matchesPattern('^\\s$', '\u00a0')).toBe(false);
    expect(new RegExp('^\\s$', 'u').test('\u00a0')).toBe(true);
  });

  it.each(['^(a+)+$', '^(a|a)*$', '^(\\w+\\s?)*$', '(a+a+)+y'])(
    'that would take a backtracking engine years is answered: %s',
    (pattern) => {
      expect(matchesPattern(pattern, `${'a'.repeat(10_000)}!`)).toBe(false);
    },
  );
});

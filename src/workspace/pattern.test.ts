import { describe, expect, it } from '@jest/globals';

import { isPattern, matchesPattern } from './pattern.ts';

describe('a pattern', () => {
  it.each([
    ['^[A-Z0-9]*$', 'ZX81', true],
    ['^[A-Z0-9]*$', 'ZX81\n', false],
    ['b', 'abc', true],
    ['^\\p{L}+$', 'Ωé', true],
    ['^.$', '😀', true],
  ])('%s on %j gives %j, as in JavaScript', (pattern, text, matches) => {
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
  ])('is invalid if one of the engines does not compile it: %s', (pattern) => {
    expect(isPattern(pattern)).toBe(false);
  });

  it('is matched by RE2, whose time is linear, and not by a backtracking engine: \\s matches only ASCII white space', () => {
    expect(matchesPattern('^\\s$', '\u00a0')).toBe(false);
    expect(new RegExp('^\\s$', 'u').test('\u00a0')).toBe(true);
  });

  it.each(['^(a+)+$', '^(a|a)*$', '^(\\w+\\s?)*$', '(a+a+)+y'])(
    'gets a result even if a backtracking engine would take years: %s',
    (pattern) => {
      expect(matchesPattern(pattern, `${'a'.repeat(10_000)}!`)).toBe(false);
    },
  );
});

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

  it.each(['^(a+)+$', '^(a|a)*$', '^(\\w+\\s?)*$', '(x+x+)+y'])(
    'that makes a backtracking engine explode is answered within 200 ms: %s',
    (pattern) => {
      const start = performance.now();
      expect(matchesPattern(pattern, `${pattern.includes('x') ? 'x'.repeat(10_000) : 'a'.repeat(10_000)}!`)).toBe(
        false,
      );
      expect(performance.now() - start).toBeLessThan(200);
    },
  );
});

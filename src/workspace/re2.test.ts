import { describe, expect, it } from '@jest/globals';

import './re2.ts';
import { matchesPattern, patternProblem } from './regular-expressions.ts';

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
    ['(', 'JavaScript (with the flag u): Unterminated group'],
    ['[A-Z', 'JavaScript (with the flag u): Unterminated character class'],
    ['(?=a)b', 'of RE2 too, which has no lookaround'],
    ['(a)\\1', 'of RE2 too, which has no lookaround'],
    ['a{1001}', 'no repetition above 1000'],
    ['(?i)a', 'JavaScript (with the flag u): Invalid group'],
    ['\\Qa.b\\E', 'JavaScript (with the flag u): Invalid escape'],
  ])('is refused if one of the engines does not compile it, with the reason: %s', (pattern, reason) => {
    expect(patternProblem(pattern)).toContain(reason);
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

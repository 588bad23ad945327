import { describe, expect, it } from '@jest/globals';

import { fitsPattern, patternOf } from './message-pattern.ts';

const statuses = [404, 500];

describe('patternOf', () => {
  it.each([
    ['returned 500 INTERNAL_ERROR, not 404', 'returned 500 INTERNAL_ERROR, not 404'],
    ['the same request returned 404, then returned 500', 'the same request returned 404, then returned 500'],
    ['the record has the id 404, not 405', 'the record has the id *, not *'],
    ['the message is "Record not found: 500"', 'the message is "Record not found: *"'],
    ["a record with email 'jane-85901935770169@example.com' exists", "a record with email 'jane-*@example.com' exists"],
    ['the id 018f0000-0000-7000-8000-214748360000 is empty', 'the id * is empty'],
    ['X-Request-Id is b1946ac92492d2347c6235b4d2611184', 'X-Request-Id is *'],
    ['no response: timed out after 1000 ms', 'no response*'],
    ['a creation got no response (socket hang up), without a record', 'a creation got no response*'],
    ['the record rec_own has no name', 'the record * has no name'],
    ['an item * was stored', 'an item * was stored'],
  ])('keeps what another run would find too: %s', (message, pattern) => {
    expect(patternOf(message, { statuses, volatile: ['rec_own'] })).toBe(pattern);
    expect(fitsPattern(message, pattern)).toBe(true);
  });

  it('takes time that grows with the length of the message', () => {
    const message = `${'-'.repeat(100_000)}${'a1'.repeat(100_000)}`;
    expect(fitsPattern(message, patternOf(message, { statuses, volatile: [] }))).toBe(true);
  });
});

describe('fitsPattern', () => {
  it.each([
    ['abc', 'abc'],
    ['abc', 'a*'],
    ['abc', '*c'],
    ['abc', '*'],
    ['abc', 'a*b*c'],
    ['aXbYc', 'a*b*c'],
    ['a.*', 'a.*'],
  ])('accepts %j for %j', (text, pattern) => {
    expect(fitsPattern(text, pattern)).toBe(true);
  });

  it.each([
    ['abcd', 'abc'],
    ['aXc', 'a*b*c'],
    ['aba', 'ab*ba'],
    ['abc', 'b*'],
    ['abc', 'a.c'],
  ])('rejects %j for %j', (text, pattern) => {
    expect(fitsPattern(text, pattern)).toBe(false);
  });
});

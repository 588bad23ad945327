import { describe, expect, it } from '@jest/globals';

import { newRunToken } from './run-token.ts';

describe('newRunToken', () => {
  it('returns exactly ten digits', () => {
    for (let time = 1e12; time < 1e13; time += 99_999_999_999) expect(newRunToken(time)).toMatch(/^\d{10}$/);
  });

  it('differs between runs that start at the same time', () => {
    expect(new Set(Array.from({ length: 20 }, () => newRunToken(1))).size).toBeGreaterThan(10);
  });
});

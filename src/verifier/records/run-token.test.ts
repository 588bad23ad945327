import { describe, expect, it } from '@jest/globals';

import { newRunToken } from './run-token.ts';

describe('newRunToken', () => {
  it('has ten digits and nothing else', () => {
    for (let time = 1e12; time < 1e13; time += 99_999_999_999) expect(newRunToken(time)).toMatch(/^\d{10}$/);
  });

  it('differs between runs of the same moment', () => {
    expect(new Set(Array.from({ length: 20 }, () => newRunToken(1))).size).toBeGreaterThan(10);
  });
});

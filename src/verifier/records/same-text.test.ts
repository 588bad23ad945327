import { describe, expect, it } from '@jest/globals';

import { sameText } from './same-text.ts';

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

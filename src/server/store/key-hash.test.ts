import { describe, expect, it } from '@jest/globals';

import { prefixOf } from './key-hash.ts';
import { newKey } from './new-key.ts';

describe('the characters of a key that are kept', () => {
  it('distinguish new keys from each other', () => {
    expect(new Set(Array.from({ length: 20 }, () => prefixOf(newKey()))).size).toBeGreaterThan(15);
  });

  it.each([16, 23, 36, 72, 255])('are at most a third of a key of %i characters, and at most 12', (length) => {
    expect(prefixOf('k'.repeat(length)).length).toBeLessThanOrEqual(Math.min(12, length / 3));
  });
});

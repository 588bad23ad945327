import { describe, expect, it } from '@jest/globals';

import { prefixOf } from './key-hash.ts';
import { newKey } from './new-key.ts';

describe('the stored prefix of a key', () => {
  it('distinguishes new keys from each other', () => {
    expect(new Set(Array.from({ length: 20 }, () => prefixOf(newKey()))).size).toBeGreaterThan(15);
  });

  it.each([16, 23, 36, 72, 255])(
    'is at most a third of a key of %i characters, and at most 12 characters',
    (length) => {
      expect(prefixOf('k'.repeat(length)).length).toBeLessThanOrEqual(Math.min(12, length / 3));
    },
  );
});

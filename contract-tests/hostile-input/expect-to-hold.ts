import { expect } from '@jest/globals';

import type { WriteLoad } from './write-load.ts';

/** Asserts that every acknowledged write is stored under the id with which it was acknowledged. */
export function expectToHold(stored: ReadonlyMap<string, number>, { acknowledged }: WriteLoad): void {
  expect(acknowledged.size).toBeGreaterThan(0);
  const lost = [...acknowledged].filter(([email, id]) => stored.get(email) !== id);
  expect(lost).toEqual([]);
}

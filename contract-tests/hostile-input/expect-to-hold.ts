import { expect } from '@jest/globals';

import type { WriteLoad } from './write-load.ts';

/** Expects that every write that was acknowledged is stored, each under the id that it was acknowledged with. */
export function expectToHold(stored: ReadonlyMap<string, number>, { acknowledged }: WriteLoad): void {
  expect(acknowledged.size).toBeGreaterThan(0);
  const lost = [...acknowledged].filter(([email, id]) => stored.get(email) !== id);
  expect(lost).toEqual([]);
}

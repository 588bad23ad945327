import type { Basis } from '../../src/contract/index.ts';

const KNOWN = { seed: true, api: true, ours: true } satisfies Record<Basis, true>;

/** The words for how firmly a thing is known, as a message lists them. */
export const BASES = Object.keys(KNOWN).join(', ');

/** Whether a value says how firmly a thing is known. */
export function isBasis(value: unknown): value is Basis {
  return typeof value === 'string' && Object.hasOwn(KNOWN, value);
}

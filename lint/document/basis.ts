import type { Basis } from '../../src/contract/index.ts';

const KNOWN = { seed: true, api: true, ours: true } satisfies Record<Basis, true>;

/** The values of `x-basis`, joined for messages. */
export const BASES = Object.keys(KNOWN).join(', ');

/** Whether a value is a valid `x-basis`. */
export function isBasis(value: unknown): value is Basis {
  return typeof value === 'string' && Object.hasOwn(KNOWN, value);
}

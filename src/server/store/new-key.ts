import { randomBytes } from 'node:crypto';

/** How much chance is in a key, in bytes: nobody guesses 256 bits. */
const BYTES = 32;

/** A new API key, as it stands after `Bearer`. Letters, digits and underscores alone, so that a double click takes it whole. */
export function newKey(): string {
  return `sk_live_${randomBytes(BYTES).toString('hex')}`;
}

import { randomBytes } from 'node:crypto';

/** The number of random bytes in a key: 256 bits cannot be guessed. */
const BYTES = 32;

/**
 * Returns a new API key, as sent after `Bearer`. It contains only letters, digits and underscores, so that a double click
 * selects all of it.
 */
export function newKey(): string {
  return `sk_live_${randomBytes(BYTES).toString('hex')}`;
}

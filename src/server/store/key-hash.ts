import { hash } from 'node:crypto';

/**
 * Returns the SHA-256 hash of a key, in hexadecimal. A store keeps only this hash, and finds keys by it. Keys are long and
 * random, so a fast hash without a salt is secure.
 */
export function hashOf(key: string): string {
  return hash('sha256', key);
}

/** The maximum length of a stored prefix: the eight characters that all keys share (`sk_live_`), and four that differ. */
const LONGEST_PREFIX = 12;

/** Returns the first characters of a key, for people to recognize it: at most a third, because a key can be short. */
export function prefixOf(key: string): string {
  return key.slice(0, Math.min(LONGEST_PREFIX, Math.floor(key.length / 3)));
}

import { hash } from 'node:crypto';

/**
 * The SHA-256 hash of a key, in hexadecimal: what a store keeps and finds it by. Keys are long and random, so a fast hash
 * without salt gives nothing away.
 */
export function hashOf(key: string): string {
  return hash('sha256', key);
}

/** How many characters of a key are kept at most: those that all keys share (`sk_live_`), and four that distinguish them. */
const LONGEST_PREFIX = 12;

/** The first characters of a key, which people recognize it by: never more than a third, because a key can be short. */
export function prefixOf(key: string): string {
  return key.slice(0, Math.min(LONGEST_PREFIX, Math.floor(key.length / 3)));
}

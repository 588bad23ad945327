import { hash } from 'node:crypto';

/**
 * The SHA-256 hash of a key, in hexadecimal: what a store keeps and finds it by. Keys are long and random, so a fast hash
 * without salt gives nothing away.
 */
export function hashOf(key: string): string {
  return hash('sha256', key);
}

/** The first characters of a key: enough for people to tell theirs apart, too little to use one. */
export function prefixOf(key: string): string {
  return key.slice(0, 8);
}

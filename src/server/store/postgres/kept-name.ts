import { createHash } from 'node:crypto';

/** PostgreSQL cuts longer names off, in bytes; ours are ASCII. */
const MAXIMUM_LENGTH = 63;
const HASH_LENGTH = 12;

/** A name that PostgreSQL keeps whole: it ends in a hash where it would be too long, so that no two become one. */
export function keptName(...words: readonly string[]): string {
  const name = words.join('.');
  if (name.length <= MAXIMUM_LENGTH) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
  return `${name.slice(0, MAXIMUM_LENGTH - HASH_LENGTH - 1)}~${hash}`;
}

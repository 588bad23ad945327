import { createHash } from 'node:crypto';

/** PostgreSQL truncates longer names. The limit is in bytes, but these names are ASCII. */
const MAXIMUM_LENGTH = 63;
const HASH_LENGTH = 12;

/** Joins words to a name that PostgreSQL does not truncate. A name that would be too long ends in a hash, to stay unique. */
export function keptName(...words: readonly string[]): string {
  const name = words.join('.');
  if (name.length <= MAXIMUM_LENGTH) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
  return `${name.slice(0, MAXIMUM_LENGTH - HASH_LENGTH - 1)}~${hash}`;
}

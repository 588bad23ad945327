import { readFileSync } from 'node:fs';

/** Returns the text of a file, or `undefined` if it does not exist, such as one that is deleted but not yet committed. */
export function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

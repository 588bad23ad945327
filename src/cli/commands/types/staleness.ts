import { readFile } from 'node:fs/promises';

import { Refusal } from '../../arguments/usage-error.ts';

/**
 * Returns why a file is not up to date, or `undefined` if it is. Ignores the kind of line breaks, which Git can change.
 * @throws {Refusal} if the file exists, but cannot be read
 */
export async function staleness(file: string, text: string): Promise<string | undefined> {
  try {
    const found = await readFile(file, 'utf8');
    return found.replaceAll('\r\n', '\n') === text ? undefined : `${file} is not up to date`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return `${file} does not exist`;
    throw new Refusal(`cannot read ${file} (${error instanceof Error ? error.message : String(error)})`);
  }
}

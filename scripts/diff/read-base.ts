import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** There is no contract where the caller said; the message says what was looked for. */
export class NoBaseError extends Error {
  override readonly name = 'NoBaseError';
}

/**
 * Reads the contract to compare with: a file, or `openapi.yaml` as it stood in a revision of git.
 * @throws {NoBaseError} when it is neither
 */
export async function readBase(base: string): Promise<string> {
  if (existsSync(base)) return readFile(base, 'utf8');
  try {
    const shown = await promisify(execFile)('git', ['show', `${base}:openapi.yaml`], { maxBuffer: 64 * 1024 * 1024 });
    return shown.stdout;
  } catch {
    throw new NoBaseError(`${base} is no file, and no revision of git that has an openapi.yaml`);
  }
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The BASE argument is neither a file nor a Git revision with a contract. */
export class NoBaseError extends Error {
  override readonly name = 'NoBaseError';
}

/**
 * Reads the contract to compare with: a file, or `openapi.yaml` in a Git revision.
 * @throws {NoBaseError} if the base is neither
 */
export async function readBase(base: string): Promise<string> {
  if (existsSync(base)) return readFile(base, 'utf8');
  try {
    const shown = await promisify(execFile)('git', ['show', `${base}:openapi.yaml`], { maxBuffer: 64 * 1024 * 1024 });
    return shown.stdout;
  } catch {
    throw new NoBaseError(`${base} is neither a file nor a Git revision with an openapi.yaml`);
  }
}

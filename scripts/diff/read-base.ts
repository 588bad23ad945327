import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

import { NoContractError } from './no-contract-error.ts';

/**
 * Reads the contract to compare with: a file, or `openapi.yaml` in a Git revision.
 * @throws {NoContractError} if the base is neither
 */
export async function readBase(base: string): Promise<string> {
  const found = await stat(base).catch(() => undefined);
  // A Git revision can have the name of a folder.
  if (found !== undefined && !found.isDirectory()) return readFile(base, 'utf8');
  try {
    const shown = await promisify(execFile)('git', ['show', `${base}:openapi.yaml`], { maxBuffer: 64 * 1024 * 1024 });
    return shown.stdout;
  } catch {
    const what = found === undefined ? 'is neither a file nor' : 'is a folder, and not';
    throw new NoContractError(`${base} ${what} a Git revision with an openapi.yaml`);
  }
}

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
  const what = found === undefined ? 'is neither a file nor' : 'is a folder, and not';
  return showRevision(base, 'openapi.yaml', what);
}

/**
 * Reads a file in a Git revision. A path that begins with `./` is relative to the current folder, others to the repository.
 * @throws {NoContractError} if there is no such revision or file
 */
export async function showRevision(revision: string, path: string, what = 'is neither a file nor'): Promise<string> {
  try {
    const shown = await promisify(execFile)('git', ['show', `${revision}:${path}`], { maxBuffer: 64 * 1024 * 1024 });
    return shown.stdout;
  } catch {
    throw new NoContractError(`${revision} ${what} a Git revision with ${article(path)}`);
  }
}

function article(path: string): string {
  return path.startsWith('./') ? path.slice('./'.length) : `an ${path}`;
}

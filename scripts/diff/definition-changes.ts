import { readFile, stat } from 'node:fs/promises';
import { relative } from 'node:path';

import type { Definition, Difference } from '../../src/workspace/index.ts';
import { DefinitionError, differences, parseDefinition } from '../../src/workspace/index.ts';
import type { Change } from './change.ts';
import { NoContractError } from './no-contract-error.ts';
import { showRevision } from './read-base.ts';

/** The kinds of differences, by which `npm run diff` names them. */
export { differenceKinds } from '../../src/workspace/index.ts';

/** Whether a file looks like a workspace definition rather than a contract. */
export async function isDefinitionFile(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return isDefinitionText(text);
}

/**
 * Rates every difference between two definition files.
 * @param base a file, or a Git revision, which means the same file in that revision
 * @throws {NoContractError} if one of them is not a definition
 */
export async function definitionChanges(base: string, file: string): Promise<readonly Change[]> {
  const found = await stat(base).catch(() => undefined);
  // A Git revision can have the name of a folder.
  const isFile = found !== undefined && !found.isDirectory();
  const before = await read(isFile ? await readFile(base, 'utf8') : await showRevision(base, pathOf(file)), base);
  const after = await read(await readFile(file, 'utf8'), file);
  return differences(before, after).map((difference) => toChange(after.organization, difference));
}

function isDefinitionText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'organization' in value && 'workspaces' in value;
  } catch {
    return false;
  }
}

async function read(text: string, name: string): Promise<Definition> {
  if (!isDefinitionText(text))
    throw new NoContractError(`${name} is not a workspace definition: compare two definitions or two contracts`);
  try {
    return await parseDefinition(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new NoContractError(`${name} is not a definition that can be compared: ${error.message}`);
  }
}

/** Returns the path of a file as Git takes it: relative to the current folder. */
function pathOf(file: string): string {
  return `./${relative('.', file).replaceAll('\\', '/')}`;
}

function toChange(organization: string, { kind, impact, workspace, message }: Difference): Change {
  const place = workspace === undefined ? '' : `${organization}/${workspace}: `;
  return { rule: kind, impact, message: `${place}${message}` };
}

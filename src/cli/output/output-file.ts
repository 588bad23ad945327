import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { access, mkdir, open, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { NamedFile } from '../arguments/named-file.ts';
import { UsageError } from '../arguments/usage-error.ts';

/** How the options that can write to standard output name it. */
export const STANDARD_OUTPUT = '-';

/**
 * Makes sure that a file can be written, before the work that its content takes. Creates missing folders, but neither creates
 * the file nor changes an existing one.
 * @throws {UsageError} if the file cannot be written, or is `-`, which other options take for standard output
 */
export async function requireWritable({ option, file }: NamedFile): Promise<void> {
  if (file === STANDARD_OUTPUT) throw new UsageError(`${option} takes the name of a file, not "${STANDARD_OUTPUT}"`);
  try {
    const found = await statOf(file);
    if (found === undefined) await createAndRemove(file);
    else if (found.isDirectory()) throw new Error('it is a folder');
    else await access(file, constants.W_OK);
  } catch (error) {
    throw new UsageError(`${option}: cannot write ${file} (${reasonOf(error)}); name a file that can be written`);
  }
}

/**
 * Writes a file. If that fails halfway, removes what was written.
 * @returns what went wrong, in one line, or `undefined`
 */
export async function writeOutput({ option, file }: NamedFile, text: string): Promise<string | undefined> {
  try {
    await writeFile(file, text);
    return undefined;
  } catch (error) {
    // Half a report looks like a report. A device or a pipe is not removed.
    if ((await statOf(file).catch(() => undefined))?.isFile() === true) await rm(file).catch(() => undefined);
    return `${option}: cannot write ${file} (${reasonOf(error)})`;
  }
}

async function statOf(file: string): Promise<Stats | undefined> {
  return stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function createAndRemove(file: string): Promise<void> {
  await createFolder(dirname(file));
  await (await open(file, 'wx')).close();
  await rm(file);
}

/** Not `recursive: true`, which never returns where a folder exists and takes no new one, such as /proc. */
async function createFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A file is reported when the output file is opened in it.
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder || (await statOf(dirname(folder))) !== undefined) throw error;
    await createFolder(dirname(folder));
    await mkdir(folder);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

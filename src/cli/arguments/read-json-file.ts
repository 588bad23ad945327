import { readFile } from 'node:fs/promises';

import type { NamedFile } from './named-file.ts';
import { JsonFileError, parseJsonFile } from './parse-json-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads the JSON of a file that an option names.
 * @throws {UsageError} if it cannot be read or is not JSON
 */
export async function readJsonFile(named: NamedFile): Promise<unknown> {
  const bytes = await readBytes(named);
  try {
    return parseJsonFile(bytes);
  } catch (error) {
    throw error instanceof JsonFileError ? new UsageError(`${named.option}: ${named.file} ${error.message}`) : error;
  }
}

/**
 * Reads a file that an option names.
 * @throws {UsageError} if it cannot be read
 */
export async function readBytes({ option, file }: NamedFile): Promise<Buffer> {
  return readFile(file).catch((error: Error) => {
    throw new UsageError(`${option}: cannot read the file: ${error.message}`);
  });
}

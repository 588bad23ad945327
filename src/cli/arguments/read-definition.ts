import { readFile } from 'node:fs/promises';

import type { Definition } from '../../workspace/index.ts';
import { DefinitionError, parseDefinition } from '../../workspace/index.ts';
import { JsonFileError, parseJsonFile } from './parse-json-file.ts';
import { Refusal } from './usage-error.ts';

/** The address of the schema that definition files follow, as their member `$schema` has it. */
export const DEFINITION_SCHEMA = 'https://unpkg.com/workspace-api-contract/definition.schema.json';

/**
 * Reads a file that defines workspaces.
 * @throws {Refusal} if the file cannot be used; the message says where in the file the problem is
 */
export async function readDefinition(file: string): Promise<Definition> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Refusal(`cannot read ${file} (${error.message}); pass a file that defines workspaces`);
  });
  try {
    return await parseDefinition(parseJsonFile(bytes));
  } catch (error) {
    if (error instanceof JsonFileError) throw new Refusal(`${file} ${error.message}`);
    if (error instanceof DefinitionError) throw new Refusal(`${file}: ${error.message}`);
    throw error;
  }
}

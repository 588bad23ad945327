import { readFile } from 'node:fs/promises';

import type { Definition } from '../../workspace/index.ts';
import { DefinitionError, parseDefinition } from '../../workspace/index.ts';
import { Refusal } from './usage-error.ts';

/**
 * Reads a file that defines workspaces.
 * @throws {Refusal} if the file cannot be used; the message says where in the file the problem is
 */
export async function readDefinition(file: string): Promise<Definition> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Refusal(`cannot read ${file} (${error.message}); pass a file that defines workspaces`);
  });
  try {
    return await parseDefinition(parseJson(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(`${file} is not valid JSON: ${withoutText(error.message)}`);
    if (error instanceof DefinitionError) throw new Refusal(`${file}: ${error.message}`);
    throw error;
  }
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}

/** Removes the excerpt of the file that V8 adds to a syntax error, because it may contain an API key. */
function withoutText(message: string): string {
  return message.replace(/, (\.\.\.)?"[^]*/, '');
}

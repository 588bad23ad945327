import { readFile } from 'node:fs/promises';

import type { Definition } from '../../workspace/index.ts';
import { DefinitionError, parseDefinition } from '../../workspace/index.ts';
import { Refusal } from './usage-error.ts';

/**
 * Reads a file that defines workspaces.
 * @throws {Refusal} where it can not be used; the message names the place
 */
export async function readDefinition(file: string): Promise<Definition> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Refusal(`${file} can not be read (${error.message}): name a file that defines workspaces`);
  });
  try {
    return await parseDefinition(parseJson(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(`${file} is no JSON: ${withoutText(error.message)}`);
    if (error instanceof DefinitionError) throw new Refusal(`${file}: ${error.message}`);
    throw error;
  }
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}

/** V8 shows the text around the mistake, and that may be a key. */
function withoutText(message: string): string {
  return message.replace(/, (\.\.\.)?"[^]*/, '');
}

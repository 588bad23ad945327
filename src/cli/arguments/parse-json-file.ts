import { TextDecoder } from 'node:util';

import { endOfString, isName, stringOf } from '../../workspace/index.ts';

/** A file is not JSON, ambiguous, or nested too deeply. The message continues a sentence that begins with the name of the file. */
export class JsonFileError extends Error {
  override readonly name = 'JsonFileError';
}

/**
 * Parses the content of a JSON file. A byte order mark, which some editors add, is ignored. Duplicate members are refused, because
 * JSON parsers disagree on which one counts. So is very deep nesting.
 * @throws {JsonFileError}
 */
export function parseJsonFile(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  checkStructure(text);
  return value;
}

/** Removes a byte order mark, too. */
const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new JsonFileError('is not valid UTF-8; save it as UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JsonFileError(
      `is not valid JSON: ${error instanceof Error ? withoutText(error.message) : String(error)}`,
    );
  }
}

/** Removes the excerpt of the file that V8 adds to a syntax error, because it may contain an API key. */
function withoutText(message: string): string {
  return message.replace(/, (\.\.\.)?"[^]*/, '');
}

/** An object or array that is not closed yet, and the member that is being read. */
interface Open {
  /** The members of an object so far; missing for an array. */
  readonly members?: Set<string>;
  at: string | number;
}

/** Deeper than any file that a command reads. The code that reads the values calls itself for every level. */
const MAXIMUM_DEPTH = 100;

/** Walks over a text that `JSON.parse` accepts. */
function checkStructure(text: string): void {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const current = open.at(-1);
    if (character === '{') open.push({ members: new Set(), at: '' });
    else if (character === '[') open.push({ at: 0 });
    else if (character === '}' || character === ']') open.pop();
    else if (character === ',' && typeof current?.at === 'number') current.at += 1;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (current?.members !== undefined && isName(text, end)) {
        const name = stringOf(text.slice(at, end));
        if (current.members.has(name)) throw duplicate(open.slice(0, -1), name);
        current.members.add(name);
        current.at = name;
      }
      at = end - 1;
    }
    if (open.length > MAXIMUM_DEPTH) throw new JsonFileError(`is nested deeper than ${MAXIMUM_DEPTH} levels`);
  }
}

function duplicate(parents: readonly Open[], name: string): JsonFileError {
  // A JSON Pointer (RFC 6901).
  const path = parents.map(({ at }) => `/${String(at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return new JsonFileError(
    `has the member ${JSON.stringify(name)} twice${path === '' ? '' : ` at ${path}`}; remove one`,
  );
}

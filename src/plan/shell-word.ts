import { commandMarks, invisibleCharacters } from './unsafe-text.ts';

const INVISIBLE = new RegExp(`(?:(?![\\n\\t])${invisibleCharacters.source})+`, 'gu');

/**
 * Quotes text for a POSIX shell. Contains no character that a terminal obeys, and nothing that a CI server takes for a command, but
 * the shell passes on exactly the text, except for NUL.
 */
export function shellWord(text: string): string {
  if (text === '') return '';
  const quoted = text.replaceAll("'", "'\\''").replace(INVISIBLE, printed).replace(commandMarks, "$&''");
  // Leaves out empty quotes at both ends.
  return `'${quoted}'`.replace(/^''(?=.)|(?<=.)''$/gs, '');
}

/** Returns a command substitution, which ends and restarts the single quotes around it. */
function printed(characters: string): string {
  const bytes = [...Buffer.from(characters)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
  return `'"$(printf '${bytes.join('')}')"'`;
}

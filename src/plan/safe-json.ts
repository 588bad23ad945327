import { commandMarks, invisibleCharacters } from './unsafe-text.ts';

/**
 * Returns a value as JSON, in which everything that a terminal or a CI server could obey is escaped.
 * @param indent how many spaces to indent by; 0 for one line
 */
export function safeJson(value: object, indent = 2): string {
  const json = JSON.stringify(value, null, indent).replace(invisibleCharacters, (character) =>
    character === '\n' ? character : escaped(character),
  );
  return `${json.replace(commandMarks, (mark) => mark.slice(0, -1) + escaped(mark.slice(-1)))}\n`;
}

/** JSON allows this for any character. */
function escaped(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

import { commandMarks, invisibleCharacters } from './unsafe-text.ts';

/** Returns a value as indented JSON, in which everything that a terminal or a CI server could obey is escaped. */
export function safeJson(value: object): string {
  const json = JSON.stringify(value, null, 2).replace(invisibleCharacters, (character) =>
    character === '\n' ? character : escaped(character),
  );
  return `${json.replace(commandMarks, (mark) => mark.slice(0, -1) + escaped(mark.slice(-1)))}\n`;
}

/** JSON allows this for any character. */
function escaped(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

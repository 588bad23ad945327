import { commandMarks, invisibleCharacters } from '../../../plan/index.ts';

/** Replaces invisible characters with escapes such as `\u001b`. Leaves line feeds and tabs unchanged. */
export function visible(text: string): string {
  return text.replace(invisibleCharacters, (character) =>
    character === '\n' || character === '\t' ? character : named(character),
  );
}

/** Like `visible`, but also escapes line feeds and tabs, so that the text stays on one line. */
export function visibleLine(text: string): string {
  return text.replace(invisibleCharacters, named);
}

/**
 * Keeps a CI server from running lines of the text as commands: escapes one character of each command, as `\u003a` unless
 * `escape` returns something else.
 */
export function withoutCommands(text: string, escape: (character: string) => string = named): string {
  return text.replace(commandMarks, (mark) => mark.slice(0, -1) + escape(mark.slice(-1)));
}

/** Truncates text that is too long, and appends how many characters are missing. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}… (${text.length - longest} more characters)`;
}

const SHORT_NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Returns a character as a reference of HTML and XML. */
export function referenceTo(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function named(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return SHORT_NAMES[character] ?? (digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`);
}

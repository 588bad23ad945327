/** What the functions below use of a string, so that a test can count their steps. */
export type Scanned = Pick<string, 'length' | 'charAt' | 'slice'>;

// These read the strings in a text that `JSON.parse` accepts. A regular expression would exceed its stack on a long string.

/** Returns the position after the string that starts at `start`. */
export function endOfString(text: Scanned, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

/** Whether the string that ends before `end` is the name of a member. */
export function isName(text: Scanned, end: number): boolean {
  return text.charAt(skip(text, end, WHITE_SPACE)) === ':';
}

/** Returns the string that a token represents. */
export function stringOf(token: string): string {
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
}

/** Returns the first position from `start` on whose character is not in the set. */
export function skip(text: Scanned, start: number, characters: ReadonlySet<string>): number {
  let at = start;
  while (characters.has(text.charAt(at))) at += 1;
  return at;
}

const WHITE_SPACE = new Set(' \t\n\r');

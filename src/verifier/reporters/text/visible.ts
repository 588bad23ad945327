/**
 * What would not be seen, or would move what stands around it: controls, formats (bidirectional overrides, joiners without
 * width), odd spaces, line separators, halves of surrogate pairs, and what Unicode says is no character.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?! )\p{Zs}/gu;

/** A text that hides nothing and commands nothing: `\u001b` for an escape. Line feeds and tabs stay as they are. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) =>
    character === '\n' || character === '\t' ? character : named(character),
  );
}

/** A visible text on one line. */
export function visibleLine(text: string): string {
  return text.replace(INVISIBLE, named);
}

/** The first so many characters of a text, and how many more there were. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}… (${text.length - longest} characters more)`;
}

const SHORT_NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function named(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return SHORT_NAMES[character] ?? (digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`);
}

/**
 * Characters that are invisible, or that move the text around them: control and format characters (bidirectional overrides, zero-width
 * joiners), unusual spaces, line separators, lone surrogates, and noncharacters.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?! )\p{Zs}/gu;

/** Replaces invisible characters with escapes such as `\u001b`. Leaves line feeds and tabs unchanged. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) =>
    character === '\n' || character === '\t' ? character : named(character),
  );
}

/** Like `visible`, but also escapes line feeds and tabs, so that the text stays on one line. */
export function visibleLine(text: string): string {
  return text.replace(INVISIBLE, named);
}

/** Truncates text that is too long, and appends how many characters are missing. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}… (${text.length - longest} more characters)`;
}

const SHORT_NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function named(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return SHORT_NAMES[character] ?? (digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`);
}

/** A form in which a secret can appear in decoded text. */
export interface Needle {
  /** Folded, as `folded` folds the text that is searched. */
  readonly text: string;
  /** The name that is shown instead of the secret. */
  readonly name: string;
  /** How many more characters before and after it depend on the secret: digits of base64 that it shares with other bytes. */
  readonly before: number;
  readonly after: number;
}

/** A shorter text has too few characters in base64, hexadecimal or decimal to be recognized. */
const SHORTEST_ENCODED = 6;

/**
 * Folds case in ASCII and beyond, and keeps the length of the text. Header names arrive in lower case, and servers change the
 * case of what they log.
 */
export function folded(text: string): string {
  // The only character that becomes longer.
  return text.replaceAll('\u0130', 'i').toLowerCase();
}

/** Returns every form of a secret that escapes do not explain: bytes as base64, hexadecimal or decimal numbers. */
export function needlesOf(name: string, secret: string): readonly Needle[] {
  const bytes = Buffer.from(secret);
  const plain = [secret, bytes.toString('latin1')];
  const isShort = bytes.length < SHORTEST_ENCODED;
  const numbers = isShort
    ? []
    : [...numbersOf(bytes, 16, ['', ' ', ':', '-']), ...numbersOf(bytes, 10, [',', ', ', ' '])];
  const base64 = isShort ? [] : [0, 1, 2].flatMap((offset) => base64Of(bytes, offset));
  const texts = [...numbers, ...plain].map((text) => ({ text, before: 0, after: 0 }));
  return [...base64, ...texts].map((needle) => ({ ...needle, text: folded(needle.text), name }));
}

function numbersOf(bytes: Buffer, radix: 10 | 16, separators: readonly string[]): readonly string[] {
  const numbers = [...bytes].map((byte) => byte.toString(radix).padStart(radix === 16 ? 2 : 1, '0'));
  return separators.map((separator) => numbers.join(separator));
}

/** Returns the base64 of bytes that follow `offset` other bytes, in both alphabets, without the digits that depend on others. */
function base64Of(bytes: Buffer, offset: number): readonly Omit<Needle, 'name'>[] {
  const all = Buffer.concat([Buffer.alloc(offset), bytes]);
  const [start, end] = [Math.ceil((offset * 8) / 6), Math.floor((all.length * 8) / 6)];
  const shared = { before: offset === 0 ? 0 : 1, after: (all.length * 8) % 6 === 0 ? 0 : 1 };
  return [all.toString('base64'), all.toString('base64url')].map((text) => ({
    ...shared,
    text: text.slice(start, end),
  }));
}

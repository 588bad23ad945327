import type { Encoding, View } from './view.ts';
import { decodedView } from './view.ts';

/** Percent-encoding (RFC 3986, section 2.1), and the `%u0073` of older servers. */
const percent: Encoding = {
  escapes: /%(?:u([\da-f]{4})|([\da-f]{2}))/gi,
  meaning: ([, wide, narrow]) => characterOf(wide ?? narrow, 16),
};

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The escapes of strings in JSON and in programming languages. */
const backslash: Encoding = {
  escapes: /\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})|([0-7]{3})|(\r?\n)|([^\r\n]))/gi,
  meaning: ([, unit, point, byte, octal, lineEnd, letter = '']) => {
    if (lineEnd !== undefined) return '';
    if (octal !== undefined) return characterOf(octal, 8);
    return characterOf(unit ?? point ?? byte, 16) ?? LETTERS[letter] ?? letter;
  },
};

/** The references of HTML and XML to the characters that keys contain. */
const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  comma: ',',
  commat: '@',
  dash: '-',
  dollar: '$',
  equals: '=',
  excl: '!',
  gt: '>',
  hyphen: '-',
  lowbar: '_',
  lt: '<',
  num: '#',
  percnt: '%',
  period: '.',
  plus: '+',
  quot: '"',
  semi: ';',
  sol: '/',
  bsol: '\\',
};

/** Character references of HTML and XML. */
const reference: Encoding = {
  escapes: /&(?:#x([\da-f]{1,6});?|#(\d{1,7});?|([a-z]{2,8});)/gi,
  meaning: ([, hexadecimal, decimal, name = '']) =>
    characterOf(hexadecimal, 16) ?? characterOf(decimal, 10) ?? NAMES[name.toLowerCase()],
};

/** Quoted-printable (RFC 2045, section 6.7). */
const quotedPrintable: Encoding = {
  escapes: /=(?:([\da-f]{2})|\r?\n)/gi,
  meaning: ([, byte]) => (byte === undefined ? '' : characterOf(byte, 16)),
};

/** Characters that separate the others without being seen: control characters, line breaks, and format characters. */
const invisible: Encoding = { escapes: /[\p{Cc}\p{Cf}]/gu, meaning: () => '' };

/** The full-width forms of the ASCII characters. */
const fullWidth: Encoding = {
  escapes: /[\uff01-\uff5e]/g,
  meaning: ([character]) => String.fromCharCode(character.charCodeAt(0) - 0xfee0),
};

const encodings: readonly Encoding[] = [percent, backslash, reference, quotedPrintable, invisible, fullWidth];

/** Finds quickly whether any of the encodings may be there. */
const MARK = /[%\\&=\p{Cc}\p{Cf}\uff01-\uff5e]/u;

/** How many encodings may be applied to each other. */
const MOST_LAYERS = 4;

/** How many characters the views of one text may have in total, beyond those that the shortest texts need. */
const MOST_CHARACTERS = 4_000_000;

/** Returns a text and everything that it decodes to, with any combination of encodings. */
export function* viewsOf(text: string): Generator<View> {
  if (!MARK.test(text)) {
    yield { text, places: undefined };
    return;
  }
  const seen = new Set([text]);
  let layer: readonly View[] = [{ text, places: undefined }];
  let left = MOST_CHARACTERS + text.length * encodings.length;
  for (let depth = 0; layer.length > 0; depth += 1) {
    yield* layer;
    if (depth === MOST_LAYERS) return;
    const next: View[] = [];
    for (const view of layer) {
      for (const encoding of encodings) {
        const decoded = left > 0 ? decodedView(view, encoding) : undefined;
        if (decoded === undefined || seen.has(decoded.text)) continue;
        seen.add(decoded.text);
        left -= decoded.text.length;
        next.push(decoded);
      }
    }
    layer = next;
  }
}

function characterOf(digits: string | undefined, radix: number): string | undefined {
  if (digits === undefined) return undefined;
  const point = Number.parseInt(digits, radix);
  return point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

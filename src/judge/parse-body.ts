import { parseJson } from '../contract/index.ts';
import { parseExactJson } from '../plan/index.ts';

const DEEPEST = 500;

/**
 * Parses a body as JSON; returns `undefined` if it is not JSON. A body that nests deeper than any body of the contract counts
 * as not JSON, because code that walks it would overflow the stack.
 */
export function parseBody(text: string): unknown {
  return nestsDeep(text) ? undefined : parseJson(text);
}

/** Parses a body like `parseBody`, and keeps the digits of every integer: one that a number cannot hold becomes a `bigint`. */
export function parseExactBody(text: string): unknown {
  return nestsDeep(text) ? undefined : parseExactJson(text);
}

// Numbers, because comparing them is several times as fast as looking up characters.
const QUOTE = 0x22;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/**
 * Whether brackets nest deeper than in any body of the contract, not counting brackets in strings. Reads each character at most
 * once: a regular expression would start again at every quote of a body whose last string does not end.
 */
function nestsDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= DEEPEST; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPENING_BRACKET || code === OPENING_BRACE) depth += 1;
    else if (code === CLOSING_BRACKET || code === CLOSING_BRACE) depth -= 1;
  }
  return depth > DEEPEST;
}

/** Returns the index of the quote that ends a string, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    let escapes = 0;
    while (text.charAt(at - 1 - escapes) === '\\') escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}

import { isObject } from '../contract/index.ts';
import type { Scanned } from './json-strings.ts';
import { endOfString, isName, skip, stringOf } from './json-strings.ts';
import { isExact, isWhole, plainNumber } from './number-text.ts';
import { decodeUtf8 } from './utf8.ts';

/** A body is refused as JSON. The message is for the caller and says why. */
export class JsonRefusal extends Error {
  override readonly name = 'JsonRefusal';
}

const MAXIMUM_DEPTH = 20;

/** Twice the maximum number of columns. The limit keeps responses small, because they list every unknown field. */
const MAXIMUM_FIELDS = 1000;

/**
 * A number whose digits a double cannot keep, such as 1.1000000000000000001. It is not a number to any column, because storing
 * it would change it. Whole numbers are left to the columns, which limit them to the range in which doubles are exact.
 */
export class InexactNumber {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor']);

/**
 * Reads JSON (RFC 8259). Refuses what two parsers could read differently, or what could harm one: invalid UTF-8, a byte order
 * mark, half a surrogate pair, duplicate keys, keys that reach a prototype, numbers out of range, deep nesting, and objects with
 * very many fields. Numbers whose digits would be lost become an `InexactNumber`.
 * @throws {JsonRefusal}
 */
export function readStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  if (text.startsWith('\uFEFF')) throw new JsonRefusal('The body must not begin with a byte order mark');
  if (text.trim() === '') throw new JsonRefusal('The body is empty; it must be JSON');
  checkDepth(text);
  const value = parse(text);
  return checkTokens(text).hasInexactNumber ? JSON.parse(text, keepInexact) : value;
}

function decode(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new JsonRefusal('The body must be valid UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonRefusal('The body is not well-formed JSON');
  }
}

/**
 * Runs before `JSON.parse`, which would spend most of a second on a megabyte of brackets.
 * @throws {JsonRefusal}
 */
export function checkDepth(text: Scanned): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '{' || character === '[') depth += 1;
    if (depth > MAXIMUM_DEPTH) throw new JsonRefusal(`The body must not be nested deeper than ${MAXIMUM_DEPTH}`);
  }
}

/**
 * Walks over the tokens of a string that `JSON.parse` accepted, so the first character of a token determines its type.
 * @returns whether a number would lose digits
 * @throws {JsonRefusal}
 */
export function checkTokens(text: Scanned): { readonly hasInexactNumber: boolean } {
  let hasInexactNumber = false;
  const keysOf: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '{' || character === '[') {
      keysOf.push(new Set());
    } else if (character === '}' || character === ']') {
      keysOf.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      const string = stringOf(text.slice(at, end));
      checkString(string, isName(text, end) ? keysOf.at(-1) : undefined);
      at = end - 1;
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      const end = skip(text, at, IN_NUMBER);
      const written = text.slice(at, end);
      hasInexactNumber ||= isInexact(written);
      if (!Number.isFinite(Number(written))) throw new JsonRefusal('The body contains a number that is out of range');
      at = end - 1;
    }
  }
  return { hasInexactNumber };
}

/** Replaces inexact numbers while JSON is parsed. The last argument has the text of the value, which TypeScript does not know. */
function keepInexact(_key: string, value: unknown, ...[context]: unknown[]): unknown {
  const written = isObject(context) ? context.source : undefined;
  return typeof value === 'number' && typeof written === 'string' && isInexact(written)
    ? new InexactNumber(written)
    : value;
}

function isInexact(written: string): boolean {
  return !isExact(written) && !isWhole(plainNumber(written) ?? '0.1');
}

/** Checks a string. If it is a key, `keys` contains the earlier keys of the same object. */
function checkString(string: string, keys: Set<string> | undefined): void {
  if (!string.isWellFormed()) throw new JsonRefusal('The body contains a string with half a surrogate pair');
  if (keys === undefined) return;
  if (FORBIDDEN_KEYS.has(string)) throw new JsonRefusal(`The body must not contain the key ${string}`);
  if (keys.has(string)) throw new JsonRefusal('The body contains an object with the same key twice');
  if (keys.add(string).size > MAXIMUM_FIELDS)
    throw new JsonRefusal(`The body must not contain an object with more than ${MAXIMUM_FIELDS} fields`);
}

const IN_NUMBER = new Set('0123456789.eE+-');

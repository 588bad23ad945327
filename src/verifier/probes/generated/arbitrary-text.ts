import type { Arbitrary } from 'fast-check';
import { constant, constantFrom, integer, oneof, string } from 'fast-check';

/** Strings with a special meaning in SQL, templates, paths or parsers. All of them are harmless. */
const LOADED = ["' OR '1'='1", '"', '\\', '%', '_', '{{7*7}}', '${7*7}', '../..', '<b>', 'null', 'NaN', '\0', ' '];

const LETTERS = [...'aekorxAQéßÆЖשم中あ한'];
const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));

/** Any character except half of a surrogate pair. */
const character = oneof(
  constantFrom(...LETTERS, ...ASCII),
  integer({ max: 0x10ffff, min: 0 }).map((code) =>
    code >= 0xd800 && code < 0xe000 ? '�' : String.fromCodePoint(code),
  ),
);

/** Any string, including NUL and characters beyond ASCII. */
export function anyText(maxLength: number): Arbitrary<string> {
  return oneof(string({ unit: character, maxLength }), constantFrom(...LOADED));
}

/** A string of only letters, which no target can mistake for the id of an existing record. */
export function word(): Arbitrary<string> {
  return string({ unit: constantFrom(...LETTERS), minLength: 1, maxLength: 12 });
}

/** A string that is valid in a header (RFC 9110, section 5.5). */
export function headerText(maxLength: number): Arbitrary<string> {
  return string({ unit: constantFrom(...ASCII), maxLength }).map((text) => `x${text.trimEnd()}`);
}

/** A part that most requests do not have. */
export function rarely<Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> {
  return oneof({ withCrossShrink: true }, { weight: 9, arbitrary: constant(undefined) }, { weight: 1, arbitrary });
}

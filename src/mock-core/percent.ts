import { fail } from '../contract/index.ts';

/** Decodes percent escapes (RFC 3986, section 2.1). Returns `undefined` if they are malformed or not valid UTF-8. */
export function tryDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Decodes percent escapes. Malformed ones are a bad request. */
export function decode(text: string): string {
  const decoded = tryDecode(text);
  if (decoded === undefined) throw fail('badRequest', { message: `${text} has malformed percent escapes` });
  return decoded;
}

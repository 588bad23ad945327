import { fail } from '../../contract/index.ts';

/** Decodes percent-escapes (RFC 3986, section 2.1), or gives `undefined` where they are malformed or no UTF-8. */
export function tryDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Decodes percent-escapes; malformed ones are a bad request. */
export function decode(text: string): string {
  const decoded = tryDecode(text);
  if (decoded === undefined) throw fail('badRequest', { message: `The percent-escapes of ${text} are malformed` });
  return decoded;
}

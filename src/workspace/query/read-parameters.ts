import { refuseParameter } from './refuse-parameter.ts';

/**
 * Reads the parameters of a query (URL Standard, application/x-www-form-urlencoded), each as its name and value. Unlike
 * `URLSearchParams`, which replaces what it cannot decode, it refuses malformed percent escapes and invalid UTF-8: the search
 * would be for a different string from the caller's.
 * @throws `badRequest`, which names the parameter
 */
export function readParameters(query: string): readonly (readonly [string, string])[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const [writtenName, writtenValue] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      const name =
        decode(writtenName) ?? refuseParameter(writtenName, 'must have a name that is percent-encoded UTF-8');
      const value = decode(writtenValue) ?? refuseParameter(name, 'must have a value that is percent-encoded UTF-8');
      return [name, value];
    });
}

/** Returns `undefined` for escapes that are malformed or not UTF-8 (RFC 3986, section 2.1). In a query, `+` means a space. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

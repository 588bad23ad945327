import { isObject } from '../contract/index.ts';

/**
 * Returns why a text cannot be the value of a header that arrives as it was sent (RFC 9110, section 5.5), or `undefined` if it
 * can.
 */
export function unsendable(text: string): string | undefined {
  if (/[\r\n]$/.test(text)) return 'ends with a line break';
  if (/[\r\n]/.test(text)) return 'contains a line break';
  if (text.startsWith(' ') || text.startsWith('\t')) return 'starts with whitespace';
  if (text.endsWith(' ') || text.endsWith('\t')) return 'ends with whitespace';
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) return 'contains a character that HTTP headers do not allow';
  return undefined;
}

/** Whether a text is the name of a header: a token (RFC 9110, section 5.6.2). */
export function isHeaderName(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text);
}

/**
 * Returns why a base URL cannot be used, or `undefined` if it can. The path of each request is appended to it unchanged, and URL
 * parsers silently drop some of what is refused here.
 */
export function unusableUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return 'is not a valid http:// or https:// URL';
  if (/[\s\p{Cc}]/u.test(text)) return 'contains whitespace or a control character';
  if (/[?#]/.test(text)) return 'contains a query or a fragment';
  const { username, password } = new URL(text);
  if (username !== '' || password !== '')
    return 'contains a user name or a password, which would not be sent; use a header';
  return undefined;
}

/** Returns every value of a target file that is sent in a header, by its place in the file. */
export function headerValues(file: unknown): readonly (readonly [place: string, text: string])[] {
  const { keys, restricted, faults, headers } = membersOf(file);
  const values = [
    ...Object.entries(membersOf(keys)).map(([name, key]) => [`keys.${name}`, key] as const),
    ['restricted.key', membersOf(restricted).key] as const,
    ...Object.entries(membersOf(headers)).map(([name, value]) => [`headers.${name}`, value] as const),
    ...Object.entries(membersOf(faults)).flatMap(([scenario, fault]) =>
      Object.entries(membersOf(membersOf(fault).headers)).map(
        ([header, value]) => [`faults.${scenario}.headers.${header}`, value] as const,
      ),
    ),
  ];
  return values.flatMap(([place, value]) => (typeof value === 'string' ? [[place, value] as const] : []));
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

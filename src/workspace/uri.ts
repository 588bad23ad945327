import { matchesPattern } from './regular-expressions.ts';

// RFC 3986, appendix A, with its names. Servers match it with RE2, whose time is linear in the length of the string: a caller chooses the string.
const HEX = '[0-9A-Fa-f]';
const PLAIN = "A-Za-z0-9\\-._~!$&'()*+,;=";
const ESCAPE = `%${HEX}{2}`;
const USERINFO = `(?:[${PLAIN}:]|${ESCAPE})*`;
const REG_NAME = `(?:[${PLAIN}]|${ESCAPE})+`;
const SEGMENTS = `(?:[${PLAIN}:@/]|${ESCAPE})*`;
const QUERY_OR_FRAGMENT = `(?:[${PLAIN}:@/?]|${ESCAPE})*`;

const H16 = `${HEX}{1,4}`;
const DEC_OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const IPV4 = `(?:${DEC_OCTET}\\.){3}${DEC_OCTET}`;
const LS32 = `(?:${H16}:${H16}|${IPV4})`;
const IPV6 = [
  `(?:${H16}:){6}${LS32}`,
  `::(?:${H16}:){5}${LS32}`,
  `(?:${H16})?::(?:${H16}:){4}${LS32}`,
  `(?:(?:${H16}:){0,1}${H16})?::(?:${H16}:){3}${LS32}`,
  `(?:(?:${H16}:){0,2}${H16})?::(?:${H16}:){2}${LS32}`,
  `(?:(?:${H16}:){0,3}${H16})?::${H16}:${LS32}`,
  `(?:(?:${H16}:){0,4}${H16})?::${LS32}`,
  `(?:(?:${H16}:){0,5}${H16})?::${H16}`,
  `(?:(?:${H16}:){0,6}${H16})?::`,
].join('|');
const IP_FUTURE = `[vV]${HEX}+\\.[${PLAIN}:]+`;
const HOST = `(?:\\[(?:${IPV6}|${IP_FUTURE})\\]|${REG_NAME})`;

const AUTHORITY = `(?:${USERINFO}@)?${HOST}(?::[0-9]*)?`;
const WHOLE_URL = `^(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP])://${AUTHORITY}(?:/${SEGMENTS})?(?:\\?${QUERY_OR_FRAGMENT})?(?:#${QUERY_OR_FRAGMENT})?$`;

/** Whether a string is an absolute http, https or ftp URL with a host, by the grammar of RFC 3986. */
export function isUrl(text: string): boolean {
  return matchesPattern(WHOLE_URL, text);
}

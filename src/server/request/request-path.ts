import { readParameters } from '../../workspace/index.ts';

/**
 * Returns a request target that the router can parse. Escapes the percent signs in malformed segments, so that the request passes
 * through the checks in order, API key first, until `isWellFormedPath` rejects it. An error from the router would come before the
 * check of the key, and an unauthenticated caller must always get 401.
 */
export function routablePath(target: string): string {
  if (!target.includes('%')) return target;
  return target
    .split('/')
    .map((segment) => (isDecodable(segment) ? segment : segment.replaceAll('%', '%25')))
    .join('/');
}

/**
 * Returns true if a request target has a valid path (RFC 3986, section 3.3): every percent sign starts an escape of UTF-8, and no
 * fragment follows. Node already rejects bytes that are not ASCII.
 */
export function isWellFormedPath(target: string): boolean {
  return isDecodable(target) && !pathOf(target).includes('#');
}

/**
 * Reads the query of a request target.
 * @throws `badRequest` if a parameter is not percent-encoded UTF-8
 */
export function queryOf(target: string): URLSearchParams {
  const start = target.indexOf('?');
  return new URLSearchParams(readParameters(start === -1 ? '' : target.slice(start + 1)).map((pair) => [...pair]));
}

function isDecodable(target: string): boolean {
  if (!target.includes('%')) return true;
  try {
    decodeURIComponent(pathOf(target));
    return true;
  } catch {
    return false;
  }
}

function pathOf(target: string): string {
  const end = target.indexOf('?');
  return end === -1 ? target : target.slice(0, end);
}

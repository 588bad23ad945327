import { readParameters } from '../../workspace/index.ts';

/**
 * A request target that the router can read. Where a segment is not well formed, its percent signs are escaped, so that the
 * request takes its way through the checks, key first, until `isWellFormedPath` refuses it; the router's own error would tell
 * a stranger.
 */
export function routablePath(target: string): string {
  if (!target.includes('%')) return target;
  return target
    .split('/')
    .map((segment) => (isDecodable(segment) ? segment : segment.replaceAll('%', '%25')))
    .join('/');
}

/**
 * Whether a request target has a path as RFC 3986 (section 3.3) writes it: every percent sign begins an escape of UTF-8, and no
 * fragment follows. Node refuses by itself what is not ASCII.
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

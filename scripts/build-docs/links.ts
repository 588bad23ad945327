import { posix } from 'node:path';

/** The relative URL from one file of the site to another. Relative links work wherever the site is hosted. */
export function linkFrom(page: string, target: string): string {
  const [path = '', fragment] = target.split('#');
  const address = path === page ? '' : posix.relative(posix.dirname(page), path);
  return fragment === undefined ? address || posix.basename(path) : `${address}#${fragment}`;
}

import { posix } from 'node:path';

/** The address of one file of the site as another has to write it: relative, so that the site works wherever it stands. */
export function linkFrom(page: string, target: string): string {
  const [path = '', fragment] = target.split('#');
  const address = path === page ? '' : posix.relative(posix.dirname(page), path);
  return fragment === undefined ? address || posix.basename(path) : `${address}#${fragment}`;
}

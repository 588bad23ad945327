import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { SUFFIXES, targetOf } from '../data-file.ts';

/** Returns the one name that a file has without links. Its folder must exist. */
export function fullPathOf(file: string): string {
  const target = targetOf(file);
  return join(realpathSync(dirname(target)), basename(target));
}

/** What the names of the files end in that belong to a database, whatever its journal mode. The database itself is the first. */
export const endings = ['', ...SUFFIXES, '-journal'] as const;

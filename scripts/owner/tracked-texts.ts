import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { readIfPresent } from '../command/read-if-present.ts';

/** Reads every text file of a git repository that git does not ignore, by its path. */
export function trackedTexts(root: string): ReadonlyMap<string, string> {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  }).split('\0');
  return new Map(
    files
      .filter((file) => !NEVER_NAME_THE_OWNER.test(file))
      .map((file) => [file, readIfPresent(join(root, file)) ?? ''] as const)
      // Git takes a file for binary by the same sign.
      .filter(([, text]) => !text.includes('\0')),
  );
}

/** The lock file and generated data, which are large. */
const NEVER_NAME_THE_OWNER = /^(?:$|package-lock\.json$|generated\/)/;

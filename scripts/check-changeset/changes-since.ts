import { execFileSync } from 'node:child_process';

/** What differs between the work tree of a repository and the commit where it left another branch. */
export interface Changes {
  /** The changed, added and deleted files. */
  readonly files: ReadonlySet<string>;
  /** Returns the text that a file had in that commit, or undefined if it did not exist. */
  readonly before: (file: string) => string | undefined;
}

/** Returns the changes of a work tree since its branch left `base`, or undefined if `base` is not a commit with a common ancestor. */
export function changesSince(root: string, base: string): Changes | undefined {
  const git = (...words: readonly string[]): string | undefined => {
    try {
      return execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: 'pipe' });
    } catch {
      return undefined;
    }
  };
  const commit = git('merge-base', base, 'HEAD')?.trim();
  if (commit === undefined) return undefined;
  const changed = git('diff', '--name-only', '--no-renames', '-z', commit) ?? '';
  const added = git('ls-files', '--others', '--exclude-standard', '-z') ?? '';
  return {
    files: new Set(`${changed}${added}`.split('\0').filter((file) => file !== '')),
    before: (file) => git('show', `${commit}:${file}`),
  };
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads every text file of a git repository that git does not ignore, by its path. */
export function trackedTexts(root: string): ReadonlyMap<string, string> {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  }).split('\0');
  return new Map(files.filter(isText).map((file) => [file, readIfPresent(join(root, file))]));
}

/** Lock files and generated data never name the owner, and are large. */
function isText(file: string): boolean {
  return (
    /(\.(md|ya?ml|json|html|ts|js|mjs)|\/CODEOWNERS)$/.test(file) && !/^(package-lock\.json|generated\/)/.test(file)
  );
}

/** A file that is deleted but not yet committed counts as empty. */
function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

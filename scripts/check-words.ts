import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { findWordings } from './check-words/wording.ts';
import './report-output-errors.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Files whose words are not ours to choose, are frozen, or are the list itself. */
const EXEMPT =
  /^(generated\/|contract-tests\/(golden-plans\/|founding-page\.txt)|docs\/releases\/|scripts\/check-words\/|package-lock\.json)/;

// Untracked files count too, unless git ignores them: a new text is read before it is committed.
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => /\.(tsx?|js|md|ya?ml|json|html|css)$/.test(file) && !EXEMPT.test(file));

const complaints = files.flatMap((file) =>
  findWordings(readIfPresent(file)).map(
    ({ line, avoid, write }) => `${file}:${line}  "${avoid}" is hard to read; write ${write}`,
  ),
);

if (complaints.length > 0) {
  console.error(`${complaints.join('\n')}\n\nWrite plain English: say what happened, to what, and what to do next.`);
  process.exitCode = 1;
}

/** A file that is deleted but not yet committed counts as empty. */
function readIfPresent(file: string): string {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    return '';
  }
}

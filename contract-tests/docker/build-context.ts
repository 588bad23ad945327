import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Returns the files of the repository that .dockerignore lets into the build context. The last pattern that matches decides. */
export function filesInContext(): readonly string[] {
  const patterns = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isException: line.startsWith('!'), pattern: expressionOf(line.replace('!', '')) }));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  const files = listed.toString().split('\0').slice(0, -1);
  return files.filter((file) => {
    const parts = file.split('/');
    const paths = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
    return patterns.findLast(({ pattern }) => paths.some((path) => pattern.test(path)))?.isException !== false;
  });
}

/** Copies the build context, as `docker build` sends it to the engine. */
export async function copyContext(folder: string): Promise<void> {
  for (const file of filesInContext()) await cp(join(ROOT, file), join(folder, file));
}

/** Unlike in a shell, `*` also matches names that begin with a dot. */
function expressionOf(glob: string): RegExp {
  const escaped = glob
    .replaceAll('.', '\\.')
    .replaceAll('**/', '\n')
    .replaceAll('*', '[^/]*')
    .replaceAll('\n', '(.*/)?');
  return new RegExp(`^${escaped}$`);
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Packs packages into tarballs, as npm would publish them. Each is a folder in the given one. */
export async function pack(parent: string, folders: readonly string[], destination: string): Promise<void> {
  const words = ['pack', ...folders.map((folder) => `./${folder}`), '--silent', '--pack-destination', destination];
  // npm sets npm_execpath. Running it with Node needs no shell, even on Windows.
  const npm = process.env.npm_execpath;
  await (npm === undefined
    ? promisify(execFile)('npm', words, { cwd: parent })
    : promisify(execFile)(process.execPath, [npm, ...words], { cwd: parent }));
}

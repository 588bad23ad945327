import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Packs the package in a folder into a tarball, as npm would publish it. */
export async function pack(folder: string, destination: string): Promise<void> {
  const words = ['pack', '--silent', '--pack-destination', destination];
  // npm sets npm_execpath. Running it with Node needs no shell, even on Windows.
  const npm = process.env.npm_execpath;
  await (npm === undefined
    ? promisify(execFile)('npm', words, { cwd: folder })
    : promisify(execFile)(process.execPath, [npm, ...words], { cwd: folder }));
}

import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The names of the packages that this repository publishes. */
export const packageNames = globSync('packages/*', { cwd: ROOT }).map((folder) => basename(folder));

/** The Node of this platform, as the package that the install script of the package `node` would install. */
const OWN_NODE = `npm:node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Versions of Node that packages must run on or reject: among them the oldest version that each package accepts. */
export const nodes = {
  '20.3.0': `${OWN_NODE}@20.3.0`,
  '20.19.0': `${OWN_NODE}@20.19.0`,
  '22.16.0': `${OWN_NODE}@22.16.0`,
  '22.21.0': `${OWN_NODE}@22.21.0`,
  '24.14.0': `${OWN_NODE}@24.14.0`,
} as const;

/** A version of Node: one of `nodes`, or the one that runs the tests. */
export type Node = keyof typeof nodes | 'current';

/** Returns the tarball of a package, which `npm run build` has written. */
export function tarball(name: string): string {
  const [file] = globSync(`dist/tarballs/${name}-[0-9]*.tgz`, { cwd: ROOT });
  if (file === undefined) throw new Error(`dist/tarballs has no ${name}; run npm run build`);
  return join(ROOT, file);
}

/** Runs npm the way a user without this repository would. */
export async function npm(cwd: string, ...words: readonly string[]): Promise<string> {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  return (await promisify(execFile)('npm', [...words, ...quiet], { cwd })).stdout;
}

/** Installs packages in a project. If it exists, npm adds the packages that it does not have yet. */
export async function project(place: string, dependencies: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  await npm(place, 'install', '--ignore-scripts');
}

/** Returns the code blocks of a package's README in one language. */
export function readmeBlocks(name: string, language: string): readonly string[] {
  const page = readFileSync(join(ROOT, 'packages', name, 'README.md'), 'utf8');
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);
}

/** Returns the member of a package's package.json. */
export function manifestOf(name: string): { readonly engines: { readonly node: string }; readonly version: string } {
  return JSON.parse(readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8'));
}

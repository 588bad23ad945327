import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { run } from '../command/run.ts';

import { compareVersions } from './compare-versions.ts';
import { versionsOnNpm } from './registry.ts';
import type { ReleasedPackage } from './released-packages.ts';
import { packagesOf } from './released-packages.ts';

/** The first npm that publishes as a trusted publisher. */
const OLDEST_NPM = '11.5.1';

/**
 * Publishes the tarballs of the versions that npm does not have yet, with provenance. npm gets its permission from GitHub Actions,
 * not from a token. It gives none for a package that does not exist yet, so those are left out.
 * @param from the folder with the tarballs
 * @returns the published packages
 * @throws {Error} if npm is too old, or a tarball is missing; nothing is published then
 */
export function publishPackages(root: string, from: string): readonly ReleasedPackage[] {
  const npm = (...words: readonly string[]): string => run('npm', words, { cwd: root });
  const version = npm('--version').trim();
  if (compareVersions(version, OLDEST_NPM) < 0)
    throw new Error(`npm ${version} cannot publish as a trusted publisher. Use ${OLDEST_NPM} or newer`);
  const waiting = packagesOf(root).filter(
    ({ name, version }) => versionsOnNpm(root, name)?.includes(version) === false,
  );
  const missing = waiting.map((each) => tarballOf(from, each)).filter((file) => !existsSync(file));
  if (missing.length > 0)
    throw new Error(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing; run npm run build`);
  for (const each of waiting) npm('publish', tarballOf(from, each), '--provenance', '--access', 'public');
  return waiting;
}

/** Returns the path of the tarball of a package. */
export function tarballOf(from: string, { name, version }: ReleasedPackage): string {
  return resolve(join(from, `${name}-${version}.tgz`));
}

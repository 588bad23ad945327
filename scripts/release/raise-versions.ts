import { createRequire } from 'node:module';
import { join } from 'node:path';

import { run } from '../command/run.ts';

import type { ReleasedPackage } from './released-packages.ts';
import { packagesOf } from './released-packages.ts';

/** Raises the versions that the changesets ask for, writes the changelogs, and returns the packages with a new version. */
export function raiseVersions(root: string): readonly ReleasedPackage[] {
  const before = new Map(packagesOf(root).map(({ name, version }) => [name, version]));
  const changesets = createRequire(join(root, 'package.json')).resolve('@changesets/cli/bin.js');
  // Changesets and npm run the code of others, so they do not get the token with which this workflow pushes.
  const options = { cwd: root, env: { ...process.env, GH_TOKEN: undefined } };
  run(process.execPath, [changesets, 'version'], options);
  // The lock file has the versions, too.
  run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  return packagesOf(root).filter(({ name, version }) => before.get(name) !== version);
}

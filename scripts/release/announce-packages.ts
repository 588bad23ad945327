import { join, resolve } from 'node:path';

import { run } from '../command/run.ts';

import { tarballOf } from './publish-packages.ts';
import type { ReleasedPackage } from './released-packages.ts';
import { changesOf, packagesOf } from './released-packages.ts';

/** The package whose version is that of the action, because the action runs its command. */
const ACTION = 'workspace-api-contract';

/**
 * Creates a tag and a release on GitHub for each version that has none, with its tarball and bill of materials, and moves the
 * major tag of the action, such as v1, to the current commit.
 * @param from the folder with `tarballs` and `sbom`
 * @returns the packages that got a release
 */
export function announcePackages(root: string, from: string): readonly ReleasedPackage[] {
  const git = (...words: readonly string[]): string => run('git', words, { cwd: root });
  const gh = (...words: readonly string[]): string => run('gh', words, { cwd: root });
  const commit = git('rev-parse', 'HEAD').trim();
  const announced = new Set(
    JSON.parse(gh('release', 'list', '--limit', '1000', '--json', 'tagName')).map(
      ({ tagName }: { readonly tagName: string }) => tagName,
    ),
  );
  const waiting = packagesOf(root).filter((each) => !announced.has(tagOf(each)));
  for (const each of waiting) {
    if (each.name === ACTION) git('push', '--force', 'origin', `${commit}:refs/tags/v${each.version.split('.', 1)}`);
    const files = [tarballOf(join(from, 'tarballs'), each), resolve(join(from, 'sbom', `${each.name}.cdx.json`))];
    const notes = ['--title', `${each.name} ${each.version}`, '--notes', changesOf(root, each)];
    gh('release', 'create', tagOf(each), '--target', commit, ...notes, ...files);
  }
  return waiting;
}

function tagOf({ name, version }: ReleasedPackage): string {
  return `${name}@${version}`;
}

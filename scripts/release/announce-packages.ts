import { join, resolve } from 'node:path';

import { run } from '../command/run.ts';

import { moveMajorTags } from './move-major-tags.ts';
import { tarballOf } from './publish-packages.ts';
import { push } from './push.ts';
import type { ReleasedPackage } from './released-packages.ts';
import { changesOf, packagesOf } from './released-packages.ts';

/**
 * Creates a tag and a release on GitHub for each version that has none, with its tarball and bill of materials, and moves the
 * major tags of the action.
 * @param from the folder with `tarballs` and `sbom`
 * @returns the packages that got a release
 */
export function announcePackages(root: string, from: string): readonly ReleasedPackage[] {
  const git = (...words: readonly string[]): string => run('git', words, { cwd: root });
  const gh = (...words: readonly string[]): string => run('gh', words, { cwd: root });
  const commit = git('rev-parse', 'HEAD').trim();
  const listed: readonly { readonly tagName: string }[] = JSON.parse(
    gh('release', 'list', '--limit', '1000', '--json', 'tagName'),
  );
  const announced = new Set(listed.map(({ tagName }) => tagName));
  const waiting = packagesOf(root).filter((each) => !announced.has(tagOf(each)));
  for (const each of waiting) {
    const files = [tarballOf(join(from, 'tarballs'), each), resolve(join(from, 'sbom', `${each.name}.cdx.json`))];
    const notes = ['--title', `${each.name} ${each.version}`, '--notes', changesOf(root, each)];
    push(root, 'origin', `${commit}:refs/tags/${tagOf(each)}`);
    gh('release', 'create', tagOf(each), '--verify-tag', ...notes, ...files);
  }
  // Even if nothing was announced now, because an earlier run may have ended before this.
  moveMajorTags(root, [...announced, ...waiting.map(tagOf)]);
  return waiting;
}

function tagOf({ name, version }: ReleasedPackage): string {
  return `${name}@${version}`;
}

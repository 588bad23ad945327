import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { run } from '../command/run.ts';

import { tarballOf } from './publish-packages.ts';
import { push } from './push.ts';
import { downloadTarball, publishedAs } from './registry.ts';
import type { ReleasedPackage } from './released-packages.ts';
import { changesOf } from './released-packages.ts';
import { tagOf } from './releases.ts';

/**
 * Tags the commit that a version on npm was built from, and creates its release on GitHub. The release has the tarball that npm has. If
 * it is the one that this run built, it has the bill of materials, too.
 * @param from the folder with `tarballs` and `sbom`
 * @throws {Error} if the version has no tag yet and its commit is unknown, or GitHub rejects the tag
 */
export async function announcePackage(root: string, from: string, each: ReleasedPackage): Promise<void> {
  const { integrity, commit } = await publishedAs(root, each);
  const built = tarballOf(join(from, 'tarballs'), each);
  const isBuilt = existsSync(built) && integrityOf(built) === integrity;
  // If this commit gives the same tarball, it is as good as the one that npm does not name.
  ensureTag(
    root,
    tagOf(each),
    commit ?? (isBuilt ? run('git', ['rev-parse', 'HEAD'], { cwd: root }).trim() : undefined),
  );
  const files = isBuilt ? [built, resolve(join(from, 'sbom', `${each.name}.cdx.json`))] : [download(root, from, each)];
  const notes = ['--title', `${each.name} ${each.version}`, '--notes', changesOf(root, each)];
  run('gh', ['release', 'create', tagOf(each), '--verify-tag', ...notes, ...files], { cwd: root });
}

function integrityOf(file: string): string {
  return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
}

function ensureTag(root: string, tag: string, commit: string | undefined): void {
  if (run('git', ['ls-remote', 'origin', `refs/tags/${tag}`], { cwd: root }) !== '') return;
  const byHand = `git push origin ${commit ?? 'COMMIT'}:refs/tags/${tag}`;
  if (commit === undefined)
    throw new Error(`npm does not say which commit ${tag} was built from. Run ${byHand}, then re-run this job`);
  try {
    push(root, 'origin', `${commit}:refs/tags/${tag}`);
  } catch (error) {
    // GitHub rejects tags from a workflow if a workflow file has changed since (cli/cli#9514).
    throw new Error(`The tag ${tag} could not be pushed. Run ${byHand}, then re-run this job`, { cause: error });
  }
}

function download(root: string, from: string, each: ReleasedPackage): string {
  const folder = resolve(join(from, 'downloaded'));
  mkdirSync(folder, { recursive: true });
  downloadTarball(root, each, folder);
  return tarballOf(folder, each);
}

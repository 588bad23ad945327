import { run } from '../command/run.ts';

import { compareVersions } from './compare-versions.ts';
import { push } from './push.ts';

/** The package whose version is that of the action, because the action runs its command. */
const ACTION = 'workspace-api-contract';

/**
 * Moves each major tag of the action, such as v1, to the newest release with that major version: never back to an older one that is
 * released late, and never to a pre-release.
 * @param releases the tags of the releases, such as workspace-api-contract@1.2.0
 */
export function moveMajorTags(root: string, releases: readonly string[]): void {
  const versions = releases.flatMap((tag) => {
    const [name, version = ''] = tag.split('@');
    return name === ACTION && /^\d+\.\d+\.\d+$/.test(version) ? [version] : [];
  });
  // A later version of the same major replaces an earlier one.
  const newest = new Map(versions.toSorted(compareVersions).map((version) => [version.split('.', 1)[0], version]));
  const refs = [...newest].map(([major, version]) => ({
    tag: `refs/tags/${ACTION}@${version}`,
    moved: `refs/tags/v${major}`,
  }));
  if (refs.length === 0) return;
  run('git', ['fetch', '--quiet', '--force', 'origin', ...refs.map(({ tag }) => `${tag}:${tag}`)], { cwd: root });
  push(root, '--force', 'origin', ...refs.map(({ tag, moved }) => `${tag}^{commit}:${moved}`));
}

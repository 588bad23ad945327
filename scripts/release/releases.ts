import { run } from '../command/run.ts';

import type { ReleasedPackage } from './released-packages.ts';

/** Returns the tags of the releases on GitHub. */
export function releasesOnGitHub(root: string): ReadonlySet<string> {
  const listed: readonly { readonly tagName: string }[] = JSON.parse(
    run('gh', ['release', 'list', '--limit', '1000', '--json', 'tagName'], { cwd: root }),
  );
  return new Set(listed.map(({ tagName }) => tagName));
}

/** Returns the tag of the release of a version. */
export function tagOf({ name, version }: ReleasedPackage): string {
  return `${name}@${version}`;
}

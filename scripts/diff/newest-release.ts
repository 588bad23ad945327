import { globSync } from 'node:fs';

import { isRaisedEnough } from './required-version.ts';

/** The contract as it was released, one file for each version; no history of git is needed to compare with it. */
export const RELEASES = new URL('../../docs/releases/', import.meta.url);

/** The versions that were released, in the order of their numbers. */
export function releasedVersions(): readonly string[] {
  return globSync('*.yaml', { cwd: RELEASES.pathname })
    .map((file) => file.replace('.yaml', ''))
    .toSorted((one, other) => (one === other ? 0 : isRaisedEnough(one, other, 'patch') ? -1 : 1));
}

/** The file of the newest release. */
export function newestRelease(): string {
  const version = releasedVersions().at(-1);
  if (version === undefined)
    throw new Error('docs/releases/ holds no contract: copy openapi.yaml to docs/releases/<version>.yaml');
  return new URL(`${version}.yaml`, RELEASES).pathname;
}

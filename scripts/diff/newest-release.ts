import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { isRaisedEnough } from './required-version.ts';

/** The released contracts, one file for each version, so that comparing with them needs no Git history. */
export const RELEASES = new URL('../../docs/releases/', import.meta.url);

/** The released versions in ascending order. */
export function releasedVersions(): readonly string[] {
  return globSync('*.yaml', { cwd: fileURLToPath(RELEASES) })
    .map((file) => file.replace('.yaml', ''))
    .toSorted((one, other) => (one === other ? 0 : isRaisedEnough(one, other, 'patch') ? -1 : 1));
}

/** The file of the newest release. */
export function newestRelease(): string {
  const version = releasedVersions().at(-1);
  if (version === undefined)
    throw new Error('docs/releases/ contains no contract. Copy openapi.yaml to docs/releases/<version>.yaml');
  return fileURLToPath(new URL(`${version}.yaml`, RELEASES));
}

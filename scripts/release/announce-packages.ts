import { moveMajorTags } from './move-major-tags.ts';
import { announcePackage } from './announce-package.ts';
import { versionsOnNpm } from './registry.ts';
import type { ReleasedPackage } from './released-packages.ts';
import { packagesOf } from './released-packages.ts';
import { releasesOnGitHub, tagOf } from './releases.ts';

/**
 * Creates a tag and a release on GitHub for each version that npm has and GitHub has not, and moves the major tags of the action.
 * @param from the folder with `tarballs` and `sbom`
 * @returns the versions that got a release
 * @throws {Error} if one cannot be announced; those before it are
 */
export async function announcePackages(root: string, from: string): Promise<readonly ReleasedPackage[]> {
  const released = releasesOnGitHub(root);
  const packages = packagesOf(root).map((each) => ({ ...each, versions: versionsOnNpm(root, each.name) ?? [] }));
  const waiting = packages
    .flatMap(({ name, versions }) => versions.map((version) => ({ name, version })))
    .filter((each) => !released.has(tagOf(each)));
  for (const each of waiting) await announcePackage(root, from, each);
  // Even if nothing was announced now, because an earlier run may have ended before this.
  moveMajorTags(root, [...released, ...waiting.map(tagOf)]);
  const late = packages.filter(({ version, versions }) => versions.length > 0 && !versions.includes(version));
  if (late.length > 0)
    throw new Error(`npm does not have ${late.map(tagOf).join(', ')} yet. Re-run this job in a few minutes`);
  return waiting;
}

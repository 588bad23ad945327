import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packagesIn } from '../check-changeset/new-changesets.ts';

import { versionsOnNpm } from './registry.ts';
import { packagesOf } from './released-packages.ts';
import { releasesOnGitHub, tagOf } from './releases.ts';

/** What a release does next: propose new versions, publish versions that npm does not have, announce published ones, or nothing. */
export type NextStep = 'version' | 'publish' | 'announce' | 'nothing';

/** What a release does next, and which packages it leaves out. */
export interface ReleasePlan {
  readonly next: NextStep;
  /** The names of the packages that npm does not know. Their first version must be published by hand. */
  readonly unknown: readonly string[];
}

/**
 * Decides what a release does next. As long as a changeset waits, nothing is published, because no changelog describes it yet.
 * @param runsIn the repository on GitHub that asks, such as acme/fork; only the one that package.json names releases
 */
export function planRelease(root: string, runsIn?: string): ReleasePlan {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (runsIn !== undefined && repository !== `https://github.com/${runsIn}`) return { next: 'nothing', unknown: [] };
  if (hasWaitingChangeset(root)) return { next: 'version', unknown: [] };
  const packages = packagesOf(root).map((each) => ({ ...each, versions: versionsOnNpm(root, each.name) }));
  const unknown = packages.filter(({ versions }) => versions === undefined).map(({ name }) => name);
  if (packages.some(({ version, versions }) => versions?.includes(version) === false))
    return { next: 'publish', unknown };
  const released = releasesOnGitHub(root);
  const isAnnounced = packages.every(({ name, versions = [] }) =>
    versions.every((version) => released.has(tagOf({ name, version }))),
  );
  return { next: isAnnounced ? 'nothing' : 'announce', unknown };
}

/** Whether a changeset waits that names a package. */
export function hasWaitingChangeset(root: string): boolean {
  return globSync('.changeset/*.md', { cwd: root })
    .filter((file) => file !== join('.changeset', 'README.md'))
    .some((file) => packagesIn(readFileSync(join(root, file), 'utf8')).length > 0);
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packagesIn } from '../check-changeset/new-changesets.ts';

import { isPublished } from './registry.ts';
import { packagesOf } from './released-packages.ts';

/** What a release does next: propose new versions, publish versions that npm does not have, or nothing. */
export type NextStep = 'version' | 'publish' | 'nothing';

/**
 * Decides what a release does next. As long as a changeset waits, nothing is published, because no changelog describes it yet.
 * @param runsIn the repository on GitHub that asks, such as acme/fork; only the one that package.json names releases
 */
export function planRelease(root: string, runsIn?: string): NextStep {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (runsIn !== undefined && repository !== `https://github.com/${runsIn}`) return 'nothing';
  const waiting = globSync('.changeset/*.md', { cwd: root })
    .filter((file) => file !== join('.changeset', 'README.md'))
    .some((file) => packagesIn(readFileSync(join(root, file), 'utf8')).length > 0);
  if (waiting) return 'version';
  return packagesOf(root).some((each) => !isPublished(root, each)) ? 'publish' : 'nothing';
}

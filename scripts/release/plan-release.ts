import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packagesIn } from '../check-changeset/new-changesets.ts';

import { isPublished } from './registry.ts';
import { packagesOf } from './released-packages.ts';

/** What a release does next: propose new versions, publish versions that npm does not have, or nothing. */
export type NextStep = 'version' | 'publish' | 'nothing';

/** Decides what a release does next. As long as a changeset waits, nothing is published, because no changelog describes it yet. */
export function planRelease(root: string): NextStep {
  const waiting = globSync('.changeset/*.md', { cwd: root })
    .filter((file) => file !== join('.changeset', 'README.md'))
    .some((file) => packagesIn(readFileSync(join(root, file), 'utf8')).length > 0);
  if (waiting) return 'version';
  return packagesOf(root).some((each) => !isPublished(root, each)) ? 'publish' : 'nothing';
}

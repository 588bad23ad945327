import { isDeepStrictEqual } from 'node:util';

import type { PackagePlan } from '../build/packages.ts';

import { changesSince } from './changes-since.ts';
import { newChangesets } from './new-changesets.ts';
import { packageChanges } from './package-changes.ts';
import { PLANS, plansBefore } from './plans-before.ts';

/** A package that a branch changes, and what it changes of it. */
export interface ChangedPackage {
  readonly name: string;
  readonly changes: readonly string[];
}

/** The packages that a branch changes: all, and those that no new changeset describes. */
export interface Undescribed {
  readonly changed: readonly ChangedPackage[];
  readonly undescribed: readonly ChangedPackage[];
}

/**
 * Finds the packages that a branch changes without a changeset.
 * @param root the root of the repository, with a slash at the end
 * @param base the branch that this one will be merged into
 * @returns undefined if the branches have no commit in common
 */
export function findUndescribed(root: string, base: string, plans: readonly PackagePlan[]): Undescribed | undefined {
  const changes = changesSince(root, base);
  if (changes === undefined) return undefined;
  const { names: described, hasEmpty } = newChangesets(root, changes);
  const names = plans.map(({ name }) => name);
  const before = changes.files.has(PLANS) ? plansBefore(names, changes) : undefined;
  const changed = plans
    .map((plan) => ({
      name: plan.name,
      changes: [
        ...packageChanges(root, plan, changes),
        ...(before !== undefined && !isDeepStrictEqual(before.get(plan.name), plan) ? [PLANS] : []),
      ],
    }))
    .filter((each) => each.changes.length > 0);
  return { changed, undescribed: hasEmpty ? [] : changed.filter(({ name }) => !described.has(name)) };
}

/** How many changes a line lists. */
const SHOWN = 3;

/** Describes a package that no changeset describes, in one line. */
export function complaint({ name, changes }: ChangedPackage): string {
  const more = changes.length > SHOWN ? ', …' : '';
  return `${name} changed (${changes.slice(0, SHOWN).join(', ')}${more}) and no changeset names it.`;
}

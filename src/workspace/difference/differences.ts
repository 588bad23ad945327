import { allowsWrites } from '../access-mode.ts';
import type { Definition, WorkspaceDefinition } from '../definition.ts';
import type { Difference } from './difference.ts';
import { entityDifferences } from './entity-differences.ts';
import { namedPairs } from './named-pairs.ts';

/**
 * Returns every difference between two definitions that clients, or those who read the definition, can notice. The API keys and the
 * initial records are not compared: they are data. The order of workspaces and of entities does not matter.
 */
export function differences(before: Definition, after: Definition): readonly Difference[] {
  const { both, removed, added } = namedPairs(before.workspaces, after.workspaces, ({ slug }) => slug);
  return [
    ...organizationDifferences(before, after),
    ...removed.map(({ slug }): Difference => {
      const message = `the workspace ${slug} was removed`;
      return { kind: 'workspace', change: 'removed', impact: 'major', workspace: slug, message };
    }),
    ...added.map(({ slug }): Difference => {
      const message = `the workspace ${slug} was added`;
      return { kind: 'workspace', change: 'added', impact: 'minor', workspace: slug, message };
    }),
    ...both.flatMap(([old, now]) => workspaceDifferences(old, now)),
  ];
}

/** A workspace as far as its differences matter: in a definition or in a store. */
export type ComparedWorkspace = Pick<WorkspaceDefinition, 'slug' | 'mode' | 'entities'>;

/** Compares two versions of one workspace. */
export function workspaceDifferences(before: ComparedWorkspace, after: ComparedWorkspace): readonly Difference[] {
  return [...modeDifferences(before, after), ...entityDifferences(before, after)].map((difference) => ({
    ...difference,
    workspace: after.slug,
  }));
}

function organizationDifferences({ organization: old }: Definition, { organization: now }: Definition): Difference[] {
  if (old === now) return [];
  const message = `the organization is now ${now}, was ${old}, so every path changes`;
  return [{ kind: 'organization', change: 'changed', impact: 'major', message }];
}

function modeDifferences(before: ComparedWorkspace, after: ComparedWorkspace): readonly Difference[] {
  if (before.mode === after.mode) return [];
  const [wrote, writes] = [allowsWrites(before.mode), allowsWrites(after.mode)];
  const impact = wrote === writes ? 'patch' : writes ? 'minor' : 'major';
  const effect = wrote === writes ? '' : writes ? ', so records can be written' : ', so every write returns 409';
  const message = `the mode is now ${after.mode}, was ${before.mode}${effect}`;
  return [{ kind: 'mode', change: 'changed', impact, message }];
}

import { readIfPresent } from '../command/read-if-present.ts';

import type { Changes } from './changes-since.ts';

/** The changesets that a branch adds. */
export interface NewChangesets {
  /** The packages that they name. */
  readonly names: ReadonlySet<string>;
  /** Whether one of them names no package, which declares that users notice nothing of the change. */
  readonly hasEmpty: boolean;
}

/** Reads the changesets that a branch adds. */
export function newChangesets(root: string, changes: Changes): NewChangesets {
  const each = [...changes.files]
    .filter((file) => /^\.changeset\/[^/]+\.md$/.test(file) && file !== '.changeset/README.md')
    // A branch can also delete a changeset.
    .map((file) => readIfPresent(root + file))
    .filter((text) => text !== undefined)
    .map(packagesIn);
  return { names: new Set(each.flat()), hasEmpty: each.some((names) => names.length === 0) };
}

/** Returns the packages that a changeset names: a list such as `"workspace-api-client": minor` between two lines of hyphens. */
export function packagesIn(changeset: string): readonly string[] {
  const head = /^---\r?\n([^]*?)^---/m.exec(changeset)?.[1] ?? '';
  return [...head.matchAll(/^["']?([^"':\s]+)["']? *: *(?:major|minor|patch)\s*$/gm)].map(([, name = '']) => name);
}

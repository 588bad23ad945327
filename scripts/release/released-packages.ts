import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package in the version that the repository has. */
export interface ReleasedPackage {
  readonly name: string;
  readonly version: string;
}

/** Returns the packages of a repository, sorted by name. */
export function packagesOf(root: string): readonly ReleasedPackage[] {
  return globSync('packages/*/package.json', { cwd: root })
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')))
    .map(({ name, version }) => ({ name, version }));
}

/** Returns what the changelog of a package says about its version, without the heading. */
export function changesOf(root: string, { name, version }: ReleasedPackage): string {
  const changelog = readFileSync(join(root, 'packages', name, 'CHANGELOG.md'), 'utf8');
  const sections = changelog.split(/^## /m);
  const section = sections.find((each) => each.split('\n', 1)[0]?.trim() === version) ?? '';
  return section.slice(section.indexOf('\n') + 1).trim();
}

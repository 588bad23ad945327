import { packageFiles } from '../build/package-files.ts';
import type { PackagePlan } from '../build/packages.ts';
import { readIfPresent } from '../command/read-if-present.ts';

import type { Changes } from './changes-since.ts';

/** Lists what changed of a package for its users: files that it is built from, versions of its dependencies, its package.json. */
export function packageChanges(root: string, plan: PackagePlan, changes: Changes): readonly string[] {
  const { files, dependencies } = packageFiles(root, plan);
  const changedFiles = [...files].filter((file) => changes.files.has(file));
  // The compiler reads these for every package.
  const declarations = [...changes.files].filter((file) => /^src\/.*\.d\.ts$/.test(file) && !files.has(file));
  const own = `packages/${plan.name}/package.json`;
  const isDescribedOtherwise =
    changes.files.has(own) && described(changes.before(own)) !== described(readIfPresent(root + own));
  const before = versionsIn(changes.before('package.json'));
  const now = versionsIn(readIfPresent(`${root}package.json`));
  return [
    ...[...changedFiles, ...declarations].toSorted(),
    ...(isDescribedOtherwise ? [own] : []),
    ...[...dependencies]
      .filter((name) => before[name] !== now[name])
      .map((name) => `${name} ${now[name] ?? 'removed'}`)
      .toSorted(),
  ];
}

/** The package.json without the version, which only a release changes. */
function described(manifest: string | undefined): string {
  const { version: _version, ...others } = JSON.parse(manifest ?? '{}');
  return JSON.stringify(others);
}

function versionsIn(manifest: string | undefined): Readonly<Record<string, string>> {
  const { dependencies, devDependencies } = JSON.parse(manifest ?? '{}');
  return { ...devDependencies, ...dependencies };
}

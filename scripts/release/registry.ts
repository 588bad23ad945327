import { ProgramFailed, run } from '../command/run.ts';

import { commitInProvenance } from './provenance.ts';
import type { ReleasedPackage } from './released-packages.ts';

/**
 * Returns the versions of a package that the npm registry has, or `undefined` if it has no package of that name.
 * @throws {ProgramFailed} if the registry cannot be asked
 */
export function versionsOnNpm(root: string, name: string): readonly string[] | undefined {
  try {
    // npm prints a single version without a list.
    return [JSON.parse(run('npm', ['view', name, 'versions', '--json'], { cwd: root }))].flat();
  } catch (error) {
    if (error instanceof ProgramFailed && /\bE404\b/.test(error.stderr)) return undefined;
    throw error;
  }
}

/** What the npm registry says about a version. */
export interface Published {
  /** The hash of its tarball, as in a lock file. */
  readonly integrity: string;
  /** The commit that it was built from. The registry does not know it if somebody published a tarball by hand. */
  readonly commit: string | undefined;
}

/** Asks the npm registry about a version that it has. */
export async function publishedAs(root: string, { name, version }: ReleasedPackage): Promise<Published> {
  const { dist, gitHead } = JSON.parse(run('npm', ['view', `${name}@${version}`, '--json'], { cwd: root }));
  const signed = dist.attestations === undefined ? undefined : await commitInProvenance(dist.attestations.url);
  return { integrity: dist.integrity, commit: signed ?? gitHead };
}

/** Downloads the tarball of a version from the npm registry to a folder. */
export function downloadTarball(root: string, { name, version }: ReleasedPackage, folder: string): void {
  run('npm', ['pack', `${name}@${version}`, '--pack-destination', folder], { cwd: root });
}

import { ProgramFailed, run } from '../command/run.ts';

import type { ReleasedPackage } from './released-packages.ts';

/**
 * Asks the npm registry whether it has a version of a package.
 * @throws {ProgramFailed} if the registry cannot be asked
 */
export function isPublished(root: string, { name, version }: ReleasedPackage): boolean {
  try {
    return run('npm', ['view', `${name}@${version}`, 'version'], { cwd: root }).trim() !== '';
  } catch (error) {
    if (error instanceof ProgramFailed && /\bE404\b/.test(error.stderr)) return false;
    throw error;
  }
}

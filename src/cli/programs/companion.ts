import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { ExitCode } from '../arguments/usage-error.ts';
import { exitCodes, Refusal } from '../arguments/usage-error.ts';
import type { StartReference } from './start-reference.ts';

/** The module `command` of a package that adds commands to `workspace-api`. */
interface Companion {
  /** Runs the package's command with its arguments. `call` returns how the user calls the package's commands. */
  readonly run: (words: readonly string[], call: (command: string) => string) => Promise<number>;
  readonly startReference?: StartReference;
}

/**
 * Loads a package that adds commands to `workspace-api`, from where this package is installed, or else from the project in the current
 * folder.
 * @throws {Refusal} if it is not installed, or does not fit this package
 */
export async function companion(name: string, purpose: string): Promise<Companion> {
  const file = find(`${name}/command`);
  if (file === undefined) throw new Refusal(`${purpose} needs the package ${name}; run npm install -D ${name}`);
  const loaded: unknown = await import(pathToFileURL(file).href);
  if (isCompanion(loaded)) return loaded;
  throw new Refusal(`${purpose} needs another version of ${name} than the one in ${file}; run npm install -D ${name}`);
}

/** Returns an exit code of another copy of this code as one of this copy. */
export function exitCodeOf(code: number): ExitCode {
  return Object.values(exitCodes).find((each) => each === code) ?? exitCodes.unusable;
}

function find(module: string): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from).resolve(module);
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

function isCompanion(module: unknown): module is Companion {
  return typeof module === 'object' && module !== null && 'run' in module && typeof module.run === 'function';
}

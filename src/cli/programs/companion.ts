import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

import type { ExitCode } from '../arguments/usage-error.ts';
import { exitCodes, Refusal } from '../arguments/usage-error.ts';
import { COMPANION_INTERFACE } from './companion-interface.ts';
import type { StartReference } from './start-reference.ts';

/** The module `command` of a package that adds commands to `workspace-api`. */
interface Companion {
  readonly companionInterface: typeof COMPANION_INTERFACE;
  /** Runs the package's command with its arguments. `call` returns how the user calls the package's commands. */
  readonly run: (words: readonly string[], call: (command: string) => string) => Promise<number>;
  readonly startReference?: StartReference;
}

/** A package that adds commands to `workspace-api`. */
export interface CompanionName {
  readonly name: string;
  /** What the package is needed for, to follow "To …". */
  readonly purpose: string;
}

/**
 * Loads a package that adds commands to `workspace-api`, from where this package is installed. Never from the current folder, which may
 * contain code of others.
 * @param from the module whose package declares the companion; this one by default
 * @throws {Refusal} if it is not installed, or does not fit this package
 */
export async function companion({ name, purpose }: CompanionName, from = import.meta.url): Promise<Companion> {
  const place = 'where workspace-api-contract is installed';
  const found = find(name, from);
  if (found === 'absent')
    throw new Refusal(`To ${purpose}, install the package ${name} ${place}: npm install -D ${name}`);
  const loaded: unknown = found === 'other' ? undefined : await import(pathToFileURL(found.file).href);
  if (isCompanion(loaded)) return loaded;
  throw new Refusal(
    `The installed ${name} does not fit this version of workspace-api-contract. Install the newest of both: ` +
      `npm install -D workspace-api-contract@latest ${name}@latest`,
  );
}

/** Returns an exit code of another copy of this code as one of this copy. */
export function exitCodeOf(code: number): ExitCode {
  return Object.values(exitCodes).find((each) => each === code) ?? exitCodes.unusable;
}

/** Finds the module `command` of a package. The package is `other` if it has no such module. */
function find(name: string, from: string): { readonly file: string } | 'absent' | 'other' {
  const file = resolve(`${name}/command`, from);
  if (file !== undefined) return { file };
  return resolve(`${name}/package.json`, from) === undefined ? 'absent' : 'other';
}

function resolve(module: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(module);
  } catch {
    return undefined;
  }
}

function isCompanion(module: unknown): module is Companion {
  return (
    typeof module === 'object' &&
    module !== null &&
    'companionInterface' in module &&
    module.companionInterface === COMPANION_INTERFACE
  );
}

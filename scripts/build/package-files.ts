import { createProgram, sourcesOf } from './compile.ts';
import type { PackagePlan } from './packages.ts';

/** What a package is built from. */
export interface PackageFiles {
  /** Files of the repository. */
  readonly files: ReadonlySet<string>;
  /** The names of the packages that its code imports or that it contains files of. */
  readonly dependencies: ReadonlySet<string>;
}

/** Lists what a package is built from, without compiling it. */
export function packageFiles(root: string, plan: PackagePlan): PackageFiles {
  const named = [...Object.values(plan.exports), ...Object.values(plan.bin ?? {}), ...plan.alsoCompiled, ...plan.read];
  const { sources, imported } = sourcesOf(
    root,
    createProgram(
      root,
      named.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
    ),
  );
  const taken = Object.keys(plan.taken).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file);
  return {
    files: new Set([...named, ...sources.keys(), ...Object.keys(plan.taken)]),
    dependencies: new Set([...imported, ...taken]),
  };
}

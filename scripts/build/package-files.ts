import type { PackagePlan } from './packages.ts';
import { sourcesOf } from './sources-of.ts';

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
  const compiled = named.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const { files, imported } = sourcesOf(root, compiled);
  const taken = Object.keys(plan.taken).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file);
  return {
    files: new Set([...named, ...files.keys(), ...Object.keys(plan.taken)]),
    dependencies: new Set([...imported, ...taken]),
  };
}

import type { PackagePlan } from './packages.ts';

/** What the repository's own package.json says, as far as a package takes it over. */
export interface Repository {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Derives the package.json of a package from that of the repository and from what its code imports.
 * @throws {Error} where the code imports what the repository has for development only.
 */
export function manifest(plan: PackagePlan, repository: Repository, imported: ReadonlySet<string>): object {
  const versions = (wanted: (name: string) => boolean): Record<string, string> =>
    Object.fromEntries(
      [...imported]
        .filter(wanted)
        .toSorted()
        .map((name) => {
          const version = repository.dependencies[name];
          if (version === undefined)
            throw new Error(`${plan.name} imports ${name}: make it a dependency in package.json`);
          return [name, version];
        }),
    );
  const isPeer = (name: string): boolean => plan.optionalPeers.includes(name);
  const peers = { ...versions(isPeer), ...plan.frameworks };
  return {
    name: plan.name,
    version: repository.version,
    description: plan.description,
    keywords: plan.keywords,
    license: repository.license,
    type: 'module',
    sideEffects: false,
    engines: { node: plan.node },
    ...(plan.bin && {
      bin: Object.fromEntries(Object.entries(plan.bin).map(([name, file]) => [name, compiled(file)])),
    }),
    exports: {
      ...Object.fromEntries(Object.entries(plan.exports).map(([subpath, file]) => [subpath, entry(file)])),
      './package.json': './package.json',
    },
    dependencies: versions((name) => !isPeer(name)),
    ...(Object.keys(peers).length > 0 && {
      peerDependencies: peers,
      peerDependenciesMeta: Object.fromEntries(Object.keys(peers).map((name) => [name, { optional: true }])),
    }),
  };
}

function entry(file: string): string | { readonly types: string; readonly default: string } {
  if (!file.endsWith('.ts')) return `./${file}`;
  return { types: `./${compiled(file).replace(/\.js$/, '.d.ts')}`, default: `./${compiled(file)}` };
}

function compiled(file: string): string {
  return `dist/${file.replace(/\.ts$/, '.js')}`;
}

import { COMMON_JS } from './common-js.ts';
import type { PackagePlan } from './packages.ts';

/** The members of the repository's package.json that packages copy. */
export interface Repository {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Creates the package.json of a package from that of the repository and the imports of its code.
 * @throws {Error} if the code imports a package that is not in the repository's `dependencies`
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
            throw new Error(
              `${plan.name} imports ${name}, which is not in the dependencies of package.json. Add it there`,
            );
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
    ...(plan.commonJs && forOldResolution(plan)),
    exports: {
      ...Object.fromEntries(Object.entries(plan.exports).map(([subpath, file]) => [subpath, entry(file, plan)])),
      './package.json': './package.json',
    },
    dependencies: versions((name) => !isPeer(name)),
    ...(Object.keys(peers).length > 0 && {
      peerDependencies: peers,
      peerDependenciesMeta: Object.fromEntries(Object.keys(peers).map((name) => [name, { optional: true }])),
    }),
  };
}

/** How a module is found: its types and its code. */
interface Entry {
  readonly types: string;
  readonly default: string;
}

function entry(file: string, { commonJs }: PackagePlan): string | (Entry & { readonly require?: Entry }) {
  if (!file.endsWith('.ts')) return `./${file}`;
  return { ...(commonJs && { require: entryIn(COMMON_JS, file) }), ...entryIn('dist', file) };
}

function entryIn(folder: string, file: string): Entry {
  const module = `./${folder}/${file.replace(/\.ts$/, '')}`;
  return { types: `${module}.d.ts`, default: `${module}.js` };
}

/** The members for tools that ignore `exports`: old bundlers, and TypeScript with `moduleResolution: node10`. */
function forOldResolution({ exports }: PackagePlan): object {
  const { '.': main, ...others } = exports;
  const typed = Object.entries(others).filter(([, file]) => file.endsWith('.ts'));
  const { types, default: code } = entryIn(COMMON_JS, main);
  return {
    main: code,
    types,
    typesVersions: {
      '*': Object.fromEntries(
        typed.map(([subpath, file]) => [subpath.replace('./', ''), [entryIn(COMMON_JS, file).types]]),
      ),
    },
  };
}

function compiled(file: string): string {
  return `dist/${file.replace(/\.ts$/, '.js')}`;
}

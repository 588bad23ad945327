import { basename } from 'node:path';

import type { BundledEntry } from './bundled.ts';
import { COMMON_JS } from './common-js.ts';
import type { PackagePlan } from './packages.ts';

/** What the repository knows about a package. */
export interface Described {
  /** The package.json that people maintain: the name, the version, what it is and which Node it needs. */
  readonly own: Readonly<Record<string, unknown>>;
  /** The versions of the packages that this repository installs. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The URL of the repository, which npm compares with the one that signed the provenance. */
  readonly repository: string;
}

/**
 * Creates the package.json of a package that is published, from the one that people maintain and the imports of its code.
 * @throws {Error} if the code imports a package that is not in the repository's `dependencies`
 */
export function manifest(
  plan: PackagePlan,
  { own, dependencies, repository }: Described,
  imported: ReadonlySet<string>,
): object {
  const peers = plan.optionalPeers;
  const needed = [...imported].filter((name) => !Object.hasOwn(peers, name)).toSorted();
  const undeclared = needed.find((name) => dependencies[name] === undefined);
  if (undeclared !== undefined)
    throw new Error(
      `${plan.name} imports ${undeclared}, which is not in the dependencies of package.json. Add it there`,
    );
  // npm publishes this folder, so it must not look for another one.
  const { publishConfig, ...described } = own;
  return {
    ...described,
    homepage: `${repository}/tree/main/packages/${plan.name}#readme`,
    bugs: `${repository}/issues`,
    repository: { type: 'git', url: `git+${repository}.git`, directory: `packages/${plan.name}` },
    publishConfig: withoutDirectory(publishConfig),
    sideEffects: sideEffects(plan),
    ...(plan.bin && {
      bin: Object.fromEntries(Object.entries(plan.bin).map(([name, file]) => [name, compiled(file)])),
    }),
    ...(plan.commonJs && forOldResolution(plan)),
    exports: {
      ...Object.fromEntries(
        Object.entries(plan.exports).map(([subpath, file]) => [subpath, entry(subpath, file, plan)]),
      ),
      ...Object.fromEntries(Object.entries(plan.bundled ?? {}).map(([subpath, each]) => [subpath, bundledEntry(each)])),
      './package.json': './package.json',
    },
    dependencies: Object.fromEntries(needed.map((name) => [name, dependencies[name]])),
    ...(Object.keys(peers).length > 0 && {
      peerDependencies: peers,
      peerDependenciesMeta: Object.fromEntries(Object.keys(peers).map((name) => [name, { optional: true }])),
    }),
  };
}

function withoutDirectory(publishConfig: unknown): object {
  return { ...Object(publishConfig), directory: undefined };
}

/**
 * The modules with an effect beyond their exports, in packages that run on Node alone: one checks the version of Node, and the others choose
 * what runs regular expressions, generates texts for them, and decodes texts.
 */
const EFFECTS = [
  'packages/require-node',
  'workspace/re2',
  'workspace/utf8-on-node',
  'workspace-contract/pattern-samples',
];

function sideEffects({ exports, bundled = {} }: PackagePlan): false | readonly string[] {
  const checksNode = Object.values(exports).some((file) => file.startsWith('src/packages/'));
  // The modules that are bundled add matchers to a runner.
  const modules = Object.values(bundled).map(bundledEntry);
  const all = [
    ...(checksNode ? EFFECTS.map((file) => `./dist/src/${file}.js`) : []),
    ...modules.flatMap((each) => [each.default, ...(each.require ? [each.require.default] : [])]),
  ];
  return all.length > 0 ? all : false;
}

/** How a module is found: its types and its code. */
interface Entry {
  readonly types: string;
  readonly default: string;
}

function bundledEntry({ source, commonJs }: BundledEntry): Entry & { readonly require?: Entry } {
  const file = basename(source);
  return { ...(commonJs && { require: entryIn(COMMON_JS, file) }), ...entryIn('dist', file) };
}

/** Returns where a subpath leads: to compiled code, or to a copied file, which has the name of the subpath. */
function entry(subpath: string, file: string, plan: PackagePlan): string | (Entry & { readonly require?: Entry }) {
  if (!file.endsWith('.ts')) return subpath;
  return { ...(plan.commonJs && { require: entryIn(COMMON_JS, file) }), ...entryIn('dist', file) };
}

function entryIn(folder: string, file: string): Entry {
  const module = `./${folder}/${file.replace(/\.[jt]s$/, '')}`;
  return { types: `${module}.d.ts`, default: `${module}.js` };
}

/** The members for tools that ignore `exports`: old bundlers, and TypeScript with `moduleResolution: node10`. */
function forOldResolution({ exports, bundled = {} }: PackagePlan): object {
  const { '.': main = '', ...others } = exports;
  const typed = Object.entries(others).filter(([, file]) => file.endsWith('.ts'));
  const required = Object.entries(bundled).flatMap(([subpath, { source, commonJs }]) =>
    commonJs ? [[subpath, basename(source)] as const] : [],
  );
  const { types, default: code } = entryIn(COMMON_JS, main);
  return {
    main: code,
    types,
    typesVersions: {
      '*': Object.fromEntries(
        [...typed, ...required].map(([subpath, file]) => [subpath.replace('./', ''), [entryIn(COMMON_JS, file).types]]),
      ),
    },
  };
}

function compiled(file: string): string {
  return `dist/${file.replace(/\.ts$/, '.js')}`;
}

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Plugin } from 'esbuild';
import { build } from 'esbuild';

import { COMMON_JS } from './common-js.ts';

/** A module that is bundled with everything it imports, except its peers, so that it adds no dependency. */
export interface BundledEntry {
  /** A JavaScript file. Next to it are its types, which import the compiled files as if they were in `dist/`. */
  readonly source: string;
  /** The packages to load from the project of the user. */
  readonly peers: readonly string[];
  /** Whether it can also be loaded with `require`. */
  readonly commonJs: boolean;
}

/** Returns the files of the bundled modules of a package, by path below its root. */
export async function bundledFiles(
  root: string,
  { bundled = {} }: { readonly bundled?: Readonly<Record<string, BundledEntry>> },
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const { source, peers, commonJs } of Object.values(bundled)) {
    const types = await readFile(root + source.replace(/\.js$/, '.d.ts'), 'utf8');
    for (const folder of commonJs ? ['dist', COMMON_JS] : ['dist']) {
      const { outputFiles } = await build({
        entryPoints: [root + source],
        bundle: true,
        format: folder === COMMON_JS ? 'cjs' : 'esm',
        platform: 'node',
        target: 'node20',
        external: [...peers],
        write: false,
        // It warns of each import that is left out on purpose.
        logLevel: 'error',
        plugins: [withoutEffects],
      });
      files.set(`${folder}/${basename(source)}`, outputFiles[0]?.text ?? '');
      files.set(`${folder}/${basename(source).replace(/\.js$/, '.d.ts')}`, types);
    }
  }
  return files;
}

/** Leaves out modules of which nothing is used: those that read files or prepare what only servers need when they are loaded. */
const withoutEffects: Plugin = {
  name: 'without-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\./ }, async ({ path, pluginData, resolveDir, kind }) => {
      if (pluginData === true) return undefined;
      return { ...(await resolve(path, { resolveDir, kind, pluginData: true })), sideEffects: false };
    });
  },
};

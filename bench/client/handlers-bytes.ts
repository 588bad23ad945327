import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';

/** The size of the handlers, in bytes: minified, and gzipped. */
export interface HandlersBytes {
  readonly minified: number;
  readonly gzipped: number;
}

/** Measures what a test loads that uses the handlers with the demo: everything except what is loaded later, for own definitions. */
export async function measureHandlers(): Promise<HandlersBytes> {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: `export { workspaceHandlers } from './src/handlers/msw/index.ts';`,
      resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    minify: true,
    splitting: true,
    metafile: true,
    outdir: '/',
    write: false,
    target: 'es2022',
  });
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [nameOf(path), output]));
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { path, kind } of outputs.get(name)?.imports ?? []) if (kind === 'import-statement') load(nameOf(path));
  };
  load('stdin.js');
  const parts = outputFiles.filter(({ path }) => loaded.has(nameOf(path))).map(({ contents }) => contents);
  const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);
  return {
    minified: total(parts.map(({ length }) => length)),
    gzipped: total(parts.map((part) => gzipSync(part, { level: 9 }).length)),
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

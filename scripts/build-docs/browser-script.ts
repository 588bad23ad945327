import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

/** Bundles the site's script as a classic script, because browsers do not load modules from `file:` URLs. */
export async function browserScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('browser/main.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error('esbuild returned no script');
  return script.text;
}

import { build } from 'esbuild';

/** Bundles the site's own script as a classic one: browsers load no modules from a folder. */
export async function browserScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('browser/main.ts', import.meta.url).pathname],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error('esbuild gave no script');
  return script.text;
}

import { build } from 'esbuild';

/** The folder of the CommonJS files in a package. It mirrors `dist/`, so that the declaration maps can be copied unchanged. */
export const COMMON_JS = 'cjs';

/**
 * Returns the files with which `require` and TypeScript's CommonJS modes load a package: each entry as one file that contains
 * everything it imports, and copies of the declarations. TypeScript takes the format of a declaration from the nearest package.json.
 * @param entries the source files of the package's exports
 * @param compiled the files that the compiler wrote, by path below the root of the package
 */
export async function commonJsFiles(
  root: string,
  entries: readonly string[],
  compiled: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map([[`${COMMON_JS}/package.json`, '{ "type": "commonjs" }\n']]);
  for (const [file, text] of compiled) {
    const declaration = /^dist\/(.*\.d\.ts(?:\.map)?)$/.exec(file)?.[1];
    if (declaration !== undefined) files.set(`${COMMON_JS}/${declaration}`, text);
  }
  for (const entry of entries) {
    const { outputFiles } = await build({
      entryPoints: [root + entry],
      bundle: true,
      format: 'cjs',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'es2022',
      write: false,
    });
    files.set(`${COMMON_JS}/${entry.replace(/\.ts$/, '.js')}`, outputFiles[0]?.text ?? '');
  }
  return files;
}

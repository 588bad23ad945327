import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('./', import.meta.url));

/**
 * Replaces the Node modules that Jest's `expect` uses to locate a failure. Every property and every call returns the stub
 * itself.
 */
const ANYTHING = `
const anything = new Proxy(function () {}, {
  get: (_target, name) => (name === '__esModule' ? true : name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
});
module.exports = anything;`;

/** Bundles test files for a browser, with replacements for `@jest/globals` and the hostile server. */
export async function bundleTests(files: readonly string[]): Promise<string> {
  const imports = files.map((file) => `import ${JSON.stringify(file)};`);
  const { outputFiles } = await build({
    stdin: {
      contents: `${imports.join('\n')}\nimport { runTests } from '@jest/globals';\nglobalThis.results = runTests();`,
      resolveDir: HERE,
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    define: { global: 'globalThis', __dirname: '"/"', process: '{"env":{},"argv":[],"platform":"linux"}' },
    plugins: [
      {
        name: 'browser',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^@jest\/globals$/ }, () => ({ path: `${HERE}test-globals.ts` }));
          onResolve({ filter: /testing\/hostile-server\.ts$/ }, ({ importer }) =>
            importer.startsWith(HERE) ? undefined : { path: `${HERE}hostile-server.ts` },
          );
          onResolve({ filter: /.*/ }, ({ path }) => {
            const name = path.replace('node:', '');
            return builtinModules.includes(name) || name === 'graceful-fs'
              ? { path: name, namespace: 'anything' }
              : undefined;
          });
          onLoad({ filter: /.*/, namespace: 'anything' }, () => ({ contents: ANYTHING }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

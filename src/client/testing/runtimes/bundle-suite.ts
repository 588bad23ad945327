import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'esbuild';
import { build } from 'esbuild';

import type { Runner } from './runtimes.ts';

const CLIENT = fileURLToPath(new URL('../../', import.meta.url));
const BROWSER = fileURLToPath(new URL('../browser/', import.meta.url));

const GLOBALS = 'export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } = globalThis;';
const PRINT = 'runTests().then((results) => process.stdout.write(JSON.stringify(results), () => process.exit()));';

/** Bundles the tests of the client, except those that start a browser or install packages, into one file for a runner. */
export async function bundleSuite(runner: Runner): Promise<string> {
  const files = globSync(`${CLIENT}**/*.test.ts`).filter((file) => !/\.(browser|packages)\./.test(file));
  const imports = files.toSorted().map((file) => `import ${JSON.stringify(file)};`);
  const { outputFiles } = await build({
    stdin: {
      contents: [...imports, ...(runner === 'none' ? [`import { runTests } from '@jest/globals';`, PRINT] : [])].join(
        '\n',
      ),
      resolveDir: CLIENT,
    },
    bundle: true,
    format: runner === 'vitest' ? 'esm' : 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    plugins: [runner === 'none' ? ownRunner : simulatedPage],
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs the tests in Node itself, with the runner that also runs them in Chromium. */
const ownRunner: Plugin = {
  name: 'own-runner',
  setup({ onResolve }) {
    onResolve({ filter: /^@jest\/globals$/ }, () => ({ path: `${BROWSER}test-globals.ts` }));
  },
};

/** Runs the tests with the globals of Vitest or Jest. The hostile server is where the simulated page came from. */
const simulatedPage: Plugin = {
  name: 'simulated-page',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@jest\/globals$/ }, ({ path }) => ({ path, namespace: 'globals' }));
    onLoad({ filter: /.*/, namespace: 'globals' }, () => ({ contents: GLOBALS }));
    onResolve({ filter: /testing\/hostile-server\.ts$/ }, () => ({ path: `${BROWSER}hostile-server.ts` }));
  },
};

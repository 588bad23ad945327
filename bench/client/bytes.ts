import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';
import { minify } from 'terser';

const ROOT = new URL('../../', import.meta.url).pathname;
const CLIENT = './src/client/';

/** What a bundle weighs. */
export interface Bytes {
  readonly minified: number;
  readonly gzipped: number;
}

/** What the parts of the client are replaced by to see what they cost, by the file that each stands in. */
const FEATURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'retry, Retry-After, proof that nothing was sent': {
    'may-pass': 'export const mayPass = () => false',
    'delay-before': 'export const delayBefore = () => undefined',
    wait: 'export const wait = () => undefined',
  },
  timeout: { limit: 'export const limit = (signal) => signal' },
  'error.scenario': { 'tell-scenario': 'export const tellScenario = () => undefined' },
  'the shape of successes': { conforms: 'export const conforms = () => true' },
  'queries as the contract has them': { 'write-query': 'export const writeQuery = () => ""' },
  'paths that stay what they are': { 'fill-path': 'export const fillPath = (url) => url' },
  'the key never in a message': { authorization: 'export const authorization = (key) => ({ Authorization: key })' },
  'bulkOutcomes, and batches that add up': {
    'bulk-outcomes': 'export const bulkOutcomes = () => [], isBulkResultWhole = () => true',
  },
  'eachPage, eachRecord': {
    'each-page': 'export const eachPage = () => undefined',
    'each-record': 'export const eachRecord = () => undefined',
  },
  fieldErrors: { 'field-errors': 'export const fieldErrors = () => undefined' },
};

/** The whole client, and how much less it is without each of its features. */
export async function measureClient(): Promise<{
  whole: Bytes;
  byEsbuild: Bytes;
  features: ReadonlyMap<string, number>;
}> {
  const whole = await bytesOf(`export * from '${CLIENT}index.ts'`);
  const features = new Map<string, number>();
  for (const [name, stubs] of Object.entries(FEATURES)) {
    const without = await bytesOf(`export * from '${CLIENT}index.ts'`, stubs);
    features.set(name, whole.gzipped - without.gzipped);
  }
  const alone = await bytesOf(`export * from 'openapi-fetch'; export { default } from 'openapi-fetch'`);
  features.set('openapi-fetch, by itself', alone.gzipped);
  const byEsbuild = await bytesOf(`export * from '${CLIENT}index.ts'`, {}, 'esbuild');
  return { whole, byEsbuild, features };
}

/** What the peers weigh, whole. */
export async function measurePeers(): Promise<ReadonlyMap<string, Bytes>> {
  const peers = ['@hey-api/client-fetch', 'ky', 'axios'];
  const named = peers.map(async (name) => {
    const hasDefault = name !== '@hey-api/client-fetch';
    const source = `export * from '${name}';${hasDefault ? `export { default } from '${name}';` : ''}`;
    return [name, await bytesOf(source)] as const;
  });
  return new Map(await Promise.all(named));
}

/** Bundled by esbuild, minified by terser (or by esbuild too), gzipped: as most users' own tools do it. */
async function bytesOf(
  source: string,
  stubs: Readonly<Record<string, string>> = {},
  minifier: 'terser' | 'esbuild' = 'terser',
): Promise<Bytes> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: minifier === 'esbuild',
    format: 'esm',
    target: 'esnext',
    platform: 'browser',
    write: false,
    plugins: [
      {
        name: 'as-published',
        setup({ onLoad, onResolve, resolve }) {
          // The published package says so in its package.json; the repository, which has scripts too, can not.
          onResolve({ filter: /^\./ }, async ({ path, pluginData, resolveDir, kind }) =>
            pluginData === true
              ? undefined
              : { ...(await resolve(path, { resolveDir, kind, pluginData: true })), sideEffects: false },
          );
          onLoad({ filter: /src\/client\/.+\.ts$/ }, ({ path }) => {
            const stub = stubs[path.replace(/^.*\/(.*)\.ts$/, '$1')];
            return stub === undefined ? undefined : { contents: stub };
          });
        },
      },
    ],
  });
  const bundled = outputFiles[0]?.text ?? '';
  const { code = '' } =
    minifier === 'esbuild'
      ? { code: bundled }
      : await minify(bundled, { module: true, ecma: 2020, compress: { passes: 3 } });
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length };
}

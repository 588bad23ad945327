import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';
import { minify } from 'terser';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLIENT = './src/client/';

/** The size of a bundle in bytes. */
export interface Bytes {
  readonly minified: number;
  readonly gzipped: number;
}

/** The source of a file without a feature, or a function that removes the feature from it. */
type Stub = string | ((source: string) => string);
type Stubs = Readonly<Record<string, Stub>>;

/** Stubs that replace parts of the client to measure what each feature costs, by the name of the file. */
const FEATURES: Readonly<Record<string, Stubs>> = {
  'retry, Retry-After, proof that nothing was sent': {
    'may-pass': 'export const mayPass = () => false',
    'delay-before': 'export const delayBefore = () => undefined',
  },
  timeout: {
    limit:
      'export const limit = (signal) => ({ signal, over: new Promise(() => undefined), wait: () => undefined, end: () => undefined })',
  },
  'test environments whose fetch refuses the signal': {
    'accepted-signal': 'export const acceptedSignal = (signal) => signal',
  },
  'error.scenario': { 'tell-scenario': 'export const tellScenario = () => undefined' },
  'checking the shape of successes': { conforms: 'export const conforms = () => true' },
  'query parameters of the contract': { 'write-query': 'export const writeQuery = () => ""' },
  'safe path parameters': { 'fill-path': 'export const fillPath = (url) => url' },
  'keeping the API key out of messages': {
    authorization: 'export const authorization = (key) => ({ Authorization: key })',
  },
  'API keys from a function': { core: (source) => source.replace(/if \(typeof apiKey === 'function'\).*/, '') },
  'refusing base URLs with a query, a fragment or whitespace': {
    core: (source) => source.replace(/if \(.*\.test\(baseUrl\)\).*/, ''),
  },
  'refusing NaN and Infinity': { 'write-body': 'export const writeBody = undefined' },
  isRetryable: {
    'is-retryable': 'export const isRetryable = () => false',
    core: (source) => source.replace('Object.assign(result.error, { retryable });', ''),
  },
  'the longest response': { 'read-text': 'export const readText = (response) => response.text()' },
  'errors as JSON, and of other copies of the package': {
    'call-error': `export class CallError extends Error {
      constructor(message, members, options) { super(message, options); Object.assign(this, members); }
    }`,
    'read-thrown': (source) => source.replace(/export function plainThrown[^]*?\n}/, ''),
  },
  'bulkOutcomes, checking the counts of batches': {
    'bulk-outcomes': 'export const bulkOutcomes = () => [], isBulkResultWhole = () => true',
  },
  'eachPage, eachRecord': {
    'each-page': 'export const eachPage = () => undefined',
    'each-record': 'export const eachRecord = () => undefined',
  },
  fieldErrors: { 'field-errors': 'export const fieldErrors = () => undefined' },
};

const WHOLE = `export * from '${CLIENT}index.ts'`;

/** Measures the whole client, and `createClient` without the other exports. */
export async function measureClient(): Promise<{ whole: Bytes; alone: Bytes; byEsbuild: Bytes }> {
  const whole = await bytesOf(WHOLE);
  const alone = await bytesOf(`export { createClient } from '${CLIENT}index.ts'`);
  const byEsbuild = await bytesOf(WHOLE, {}, 'esbuild');
  return { whole, alone, byEsbuild };
}

/** Measures everything that `workspace-api-client/testing` exports, and `gatewayHtml` without the failures of the contract. */
export async function measureFixtures(): Promise<{ whole: Bytes; alone: Bytes }> {
  const whole = await bytesOf(`export * from './src/fixtures/index.ts'`, {}, 'esbuild');
  const alone = await bytesOf(`export { gatewayHtml } from './src/fixtures/index.ts'`, {}, 'esbuild');
  return { whole, alone };
}

/** Measures a module of the repository, minified with esbuild. Its imports are relative to the root of the repository. */
export async function measureModule(source: string): Promise<Bytes> {
  return bytesOf(source, {}, 'esbuild');
}

/** Measures how much smaller the client is without each of its features. */
export async function measureFeatures(whole: Bytes): Promise<ReadonlyMap<string, number>> {
  const features = new Map<string, number>();
  for (const [name, stubs] of Object.entries(FEATURES)) {
    const without = await bytesOf(WHOLE, stubs);
    features.set(name, whole.gzipped - without.gzipped);
  }
  const openapiFetch = await bytesOf(`export * from 'openapi-fetch'; export { default } from 'openapi-fetch'`);
  features.set('openapi-fetch on its own', openapiFetch.gzipped);
  return features;
}

/**
 * Removes each feature from the client, without measuring the rest, which takes long.
 * @throws {Error} if the client does not contain one of them, or is not complete without it
 */
export async function checkFeatures(): Promise<void> {
  for (const stubs of Object.values(FEATURES)) await bundle(WHOLE, stubs);
}

/** Measures the complete peers. */
export async function measurePeers(): Promise<ReadonlyMap<string, Bytes>> {
  const peers = ['@hey-api/client-fetch', 'ky', 'axios'];
  const named = peers.map(async (name) => {
    const hasDefault = name !== '@hey-api/client-fetch';
    const source = `export * from '${name}';${hasDefault ? `export { default } from '${name}';` : ''}`;
    return [name, await bytesOf(source)] as const;
  });
  return new Map(await Promise.all(named));
}

/** Bundles with esbuild, minifies with terser or esbuild, and gzips, as most users' build tools do. */
async function bytesOf(source: string, stubs: Stubs = {}, minifier: 'terser' | 'esbuild' = 'terser'): Promise<Bytes> {
  const bundled = await bundle(source, stubs, minifier === 'esbuild');
  const { code = '' } =
    minifier === 'esbuild'
      ? { code: bundled }
      : await minify(bundled, { module: true, ecma: 2020, compress: { passes: 3 } });
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length };
}

async function bundle(source: string, stubs: Stubs, isMinified = false): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: isMinified,
    format: 'esm',
    target: 'esnext',
    platform: 'browser',
    write: false,
    plugins: [
      {
        name: 'as-published',
        setup({ onLoad, onResolve, resolve }) {
          // The package.json of the published package sets `sideEffects: false`. That of the repository cannot, because it has scripts.
          onResolve({ filter: /^\./ }, async ({ path, pluginData, resolveDir, kind }) =>
            pluginData === true
              ? undefined
              : { ...(await resolve(path, { resolveDir, kind, pluginData: true })), sideEffects: false },
          );
          onLoad({ filter: /src\/client\/.+\.ts$/ }, ({ path }) => {
            const stub = stubs[path.replace(/^.*\/(.*)\.ts$/, '$1')];
            return stub === undefined ? undefined : { contents: stubOf(stub, path), loader: 'ts' };
          });
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

function stubOf(stub: Stub, path: string): string {
  if (typeof stub === 'string') return stub;
  const source = readFileSync(path, 'utf8');
  const contents = stub(source);
  if (contents === source) throw new Error(`${path} does not contain the feature that bench/client/bytes.ts removes`);
  return contents;
}

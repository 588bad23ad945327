import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';

const INDEX = fileURLToPath(new URL('../../src/client/index.ts', import.meta.url));
const run = promisify(execFile);

/** The Node versions of the client's users, from npm. Their install script downloads nothing but npm packages. */
const versions = { 'node-20': 'npm:node@20.19.5', 'node-22': 'npm:node@22.23.3', 'node-24': 'npm:node@24.21.0' };

// Ends with exit code 13 if a call never ends: then nothing keeps the process running.
const MAIN = `import { createClient } from './client.mjs';
const client = createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch: () => new Promise(() => undefined), timeout: 100 });
const calls = Array.from({ length: 200 }, () =>
  client.getRecord({ entityName: 'Customer', id: 1 }, { signal: new AbortController().signal }),
);
// Long enough for every call, but too few turns to keep the process running forever.
for (let turn = 0; turn < 50; turn += 1) {
  globalThis.gc();
  await new Promise((resolve) => setTimeout(resolve, 10));
}
const codes = (await Promise.all(calls)).map(({ error }) => error.code);
console.log(JSON.stringify([...new Set(codes)]));
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garbage-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], { cwd: folder });
  await build({ entryPoints: [INDEX], bundle: true, format: 'esm', outfile: join(folder, 'client.mjs') });
  await writeFile(join(folder, 'main.mjs'), MAIN);
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

describe('a call with a timeout and a signal of the caller', () => {
  it.each(Object.keys(versions))('times out on %s while the garbage collector runs', async (name) => {
    const node = join(folder, 'node_modules', name, 'bin', 'node');
    const { stdout } = await run(node, ['--expose-gc', join(folder, 'main.mjs')]);
    expect(JSON.parse(stdout)).toEqual(['TIMEOUT']);
  });
});

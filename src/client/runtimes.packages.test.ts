import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { BrowserResult } from './testing/browser/test-globals.ts';
import type { HostileServer } from './testing/hostile-server.ts';
import { startHostileServer } from './testing/hostile-server.ts';
import { bundleSuite } from './testing/runtimes/bundle-suite.ts';
import type { Outcome } from './testing/runtimes/run-tests.ts';
import { commandOf, runTests } from './testing/runtimes/run-tests.ts';
import type { Runtime } from './testing/runtimes/runtimes.ts';
import { olderNodes, pageOf, runners, runtimes } from './testing/runtimes/runtimes.ts';
import {
  APPLICATION_TEST,
  COLLECTING,
  DOCUMENTED_ENVIRONMENT,
  documentedTest,
  REQUIRING,
  serversTest,
  supertestTest,
  testYourAppTest,
} from './testing/runtimes/test-files.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const NODE_24 = fileURLToPath(new URL('../../node_modules/node', import.meta.url));
const run = promisify(execFile);

/** What cannot run in a runner, and why. */
const SERVER_EXCEPTIONS: Readonly<Record<string, Runtime['exceptions']>> = {
  'jest-29': { 'the mock reads bodies': 'Prism requires ES modules, which only Jest 30 can do' },
};

let folder: string;
let server: HostileServer;

async function npm(cwd: string, ...words: readonly string[]): Promise<string> {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  return (await run('npm', [...words, ...quiet], { cwd })).stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runtimes-'));
  server = await startHostileServer({ '/': '<!doctype html>' });
  const packed = (await npm(`${DIST}workspace-api-client`, 'pack', '--pack-destination', folder)).trim();
  const dependencies = { ...olderNodes, typescript: '5.9.3', 'workspace-api-client': `file:${packed}` };
  const root = {
    private: true,
    workspaces: Object.keys(runners),
    dependencies,
    overrides: { 'unrs-resolver': '1.12.2' },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(root));
  for (const [name, wanted] of Object.entries(runners)) {
    await mkdir(join(folder, name));
    await writeFile(
      join(folder, name, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', dependencies: wanted }),
    );
  }
  await npm(folder, 'install', '--ignore-scripts');
  await symlink(NODE_24, join(folder, 'node_modules/node-24'));
}, 600_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('the tests of the client', () => {
  const ended = new Map<Runtime, Outcome>();
  beforeAll(async () => {
    const [vitest, jest, none] = await Promise.all([bundleSuite('vitest'), bundleSuite('jest'), bundleSuite('none')]);
    const waiting = [...runtimes];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        if (next.runner === 'none') ended.set(next, await runBare(next.node, none));
        else if (next.runner === 'jest')
          ended.set(next, await runTests(folder, next, { code: jest, format: 'cjs' }, server.url));
        else ended.set(next, await runTests(folder, next, { code: vitest, format: 'mjs' }, server.url));
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, lane));
  }, 900_000);

  it.each(runtimes)('all pass in $folder with $environment on $node', (runtime) => {
    const { problem, failures, passed = 0, skipped = 0 } = ended.get(runtime) ?? {};
    expect({ failures, problem }).toEqual({ failures: [] });
    // An exception may concern several tests.
    expect(skipped).toBeGreaterThanOrEqual(Object.keys(runtime.exceptions).length);
    expect(skipped).toBeLessThan(6);
    expect(passed).toBeGreaterThan(500);
  });

  async function runBare(node: string, code: string): Promise<Outcome> {
    const file = join(folder, `${node}.cjs`);
    await writeFile(file, code);
    const { stdout } = await run(nodePath(node), [file], { maxBuffer: 1e8 });
    const results: readonly BrowserResult[] = JSON.parse(stdout);
    const failures = results.filter(({ failure }) => failure !== undefined);
    return {
      passed: results.length - failures.length,
      skipped: 0,
      failures: failures.map(({ name, failure }) => `${name}: ${failure}`),
    };
  }
});

describe.each([...Object.keys(olderNodes), 'node-24'])('workspace-api-client on %s', (node) => {
  const runCode = async (name: string, code: string, flags: readonly string[]): Promise<unknown> => {
    const file = join(folder, `${name}.cjs`);
    await writeFile(file, code);
    return JSON.parse((await run(nodePath(node), [...flags, file])).stdout);
  };

  it('can be loaded with require, even if Node does not require ES modules', async () => {
    const printed = await runCode('requiring', REQUIRING, ['--no-experimental-require-module']);
    expect(printed).toEqual([expect.stringMatching(/^3[.]1[.]/), 'UNEXPECTED_RESPONSE', false]);
  });

  it('ends calls that have a signal of the caller while the garbage collector runs', async () => {
    expect(await runCode('collecting', COLLECTING, ['--expose-gc'])).toEqual(['TIMEOUT']);
  });
});

describe('workspace-api-client in a CommonJS project', () => {
  it.each(runtimes.filter(({ runner }) => runner === 'jest'))('works with ts-jest and $folder', async (runtime) => {
    const place = await mkdtemp(join(folder, runtime.folder, 'application-'));
    const compilerOptions = { module: 'commonjs', moduleResolution: 'node10', target: 'es2022', strict: true };
    const files = {
      'package.json': JSON.stringify({ jest: { preset: 'ts-jest' } }),
      'tsconfig.json': JSON.stringify({ compilerOptions }),
      'environment.cjs': DOCUMENTED_ENVIRONMENT,
      'node.test.ts': APPLICATION_TEST,
      'page.test.ts': `/** @jest-environment ./environment.cjs */\n${APPLICATION_TEST}`,
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text);
    const { stderr } = await run(nodePath('node-20'), [commandOf(folder, runtime), '--runInBand'], { cwd: place });
    expect(stderr).toMatch(/Tests: +2 passed, 2 total/);
  });
});

describe('docs/test-your-app.md', () => {
  it.each(['vitest-3', 'vitest-5', 'jest-29', 'jest-30'])(
    'shows fixtures and matchers that work in %s',
    async (name) => {
      const runtime: Runtime = { ...pageOf(name), environment: 'node', exceptions: {}, node: 'node-24' };
      const file = { code: testYourAppTest(runtime.runner === 'jest' ? 'jest' : 'vitest'), format: 'mjs' } as const;
      expect(await runTests(folder, runtime, file, server.url)).toEqual({ passed: 29, skipped: 0, failures: [] });
    },
  );
});

describe('docs/test-your-app.md, with supertest', () => {
  it.each(['jest-29', 'jest-30'])('shows a test that passes in %s', async (name) => {
    const runtime: Runtime = { ...pageOf(name), environment: 'node', exceptions: {}, node: 'node-24' };
    const file = { code: supertestTest(), format: 'mjs' } as const;
    expect(await runTests(folder, runtime, file, server.url)).toEqual({ passed: 2, skipped: 0, failures: [] });
  });
});

describe('the mock and the server', () => {
  it.each(Object.keys(runners))('read requests in a page that %s simulates with jsdom', async (name) => {
    const runtime = pageOf(name);
    const file = { code: serversTest(DIST), format: 'mjs' } as const;
    const exceptions = SERVER_EXCEPTIONS[name] ?? {};
    const outcome = await runTests(folder, { ...runtime, exceptions, node: 'node-24' }, file, server.url);
    const skipped = Object.keys(exceptions).length;
    expect(outcome).toEqual({ passed: 2 - skipped, skipped, failures: [] });
  });

  it.each(['vitest-5', 'jest-30'])('are used in %s as docs/testing.md shows', async (name) => {
    const file = { code: documentedTest(DIST), format: 'mjs' } as const;
    const node: Runtime = { ...pageOf(name), environment: 'node', exceptions: {}, node: 'node-24' };
    const outcome = await runTests(folder, node, file, server.url);
    expect(outcome).toEqual({ passed: 3, skipped: 0, failures: [] });
  });
});

function nodePath(name: string): string {
  return join(folder, 'node_modules', name, 'bin/node');
}

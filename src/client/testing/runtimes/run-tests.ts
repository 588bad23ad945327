import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { Runtime } from './runtimes.ts';

const run = promisify(execFile);

/** How tests ended in a runtime. */
export interface Outcome {
  readonly passed: number;
  readonly skipped: number;
  /** The name of each test that failed, with its message. */
  readonly failures: readonly string[];
  /** The output of a runner that failed. It can fail even if all tests pass, because of an error outside them. */
  readonly problem?: string;
}

/** A file of tests. */
export interface TestFile {
  readonly code: string;
  readonly format: 'mjs' | 'cjs';
}

/**
 * Runs the tests of a file with Vitest or Jest.
 * @param folder where the runtimes are installed
 * @param pageUrl the URL of the simulated page
 */
export async function runTests(
  folder: string,
  runtime: Runtime,
  { code, format }: TestFile,
  pageUrl: string,
): Promise<Outcome> {
  const { runner, environment, exceptions } = runtime;
  const place = await mkdtemp(join(folder, runtime.folder, `${environment}-`));
  const inPlace = (name: string): string => join(place, name);
  await writeFile(inPlace(`some.test.${format}`), code);
  await writeFile(inPlace('environment.cjs'), ENVIRONMENT);
  await writeFile(inPlace('runner.config.mjs'), configOf(runtime, pageUrl));

  const options = {
    config: 'runner.config.mjs',
    outputFile: 'report.json',
    testNamePattern: `^(?!.*(${['only matches no test', ...Object.keys(exceptions)].join('|')}))`,
  };
  const words = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const problem = await run(
    join(folder, 'node_modules', runtime.node, 'bin/node'),
    [
      ...(runner === 'jest' && format === 'mjs' ? ['--experimental-vm-modules'] : []),
      commandOf(folder, runtime),
      ...(runner === 'jest' ? ['--forceExit', '--json'] : ['run', '--reporter=json', '--reporter=dot']),
      ...words,
    ],
    { cwd: place, maxBuffer: 1e8 },
  ).then(
    () => undefined,
    ({ stdout, stderr }) => `${stdout}${stderr}`.slice(-5000),
  );
  const report = await readFile(inPlace('report.json'), 'utf8').catch(() => '{ "testResults": [] }');
  return { ...outcomeOf(JSON.parse(report)), ...(problem !== undefined && { problem }) };
}

/** Returns the file that starts a runner. */
export function commandOf(folder: string, { runner, folder: name }: Runtime): string {
  const require = createRequire(join(folder, name, 'package.json'));
  const installed = dirname(require.resolve(`${runner}/package.json`));
  return join(installed, runner === 'jest' ? 'bin/jest.js' : 'vitest.mjs');
}

/** A page of jsdom lacks what Jest's environment does not add to it. */
const ENVIRONMENT = `const { TestEnvironment } = require('jest-environment-jsdom');
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { fetch, Headers, Request, Response });
    Object.assign(this.global, { ReadableStream, structuredClone, TextDecoder, TextEncoder });
  }
};
`;

function configOf({ runner, environment }: Runtime, url: string): string {
  const testTimeout = 60_000;
  const config =
    runner === 'jest'
      ? {
          testEnvironment: './environment.cjs',
          testEnvironmentOptions: { url },
          testMatch: ['**/some.test.*'],
          moduleFileExtensions: ['js', 'mjs', 'cjs', 'json'],
          transform: {},
          testTimeout,
        }
      : {
          globals: true,
          environment,
          environmentOptions: { jsdom: { url }, happyDOM: { url } },
          include: ['some.test.*'],
          silent: true,
          testTimeout,
        };
  if (runner === 'jest') return `export default ${JSON.stringify(config)};`;
  // Vitest does not transform packages in node_modules, so it must not transform the built ones.
  return `export default { test: { ...${JSON.stringify(config)}, server: { deps: { external: [/\\/dist\\//] } } } };`;
}

/** The part of a report that Vitest and Jest have in common. */
interface Report {
  readonly numPassedTests?: number;
  readonly numPendingTests?: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function outcomeOf({ numPassedTests = 0, numPendingTests = 0, testResults }: Report): Outcome {
  const failed = testResults.flatMap((file) => file.assertionResults).filter(({ status }) => status === 'failed');
  return {
    passed: numPassedTests,
    skipped: numPendingTests,
    failures: failed.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join('\n')}`),
  };
}

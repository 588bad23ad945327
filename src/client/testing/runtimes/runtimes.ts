/** What runs the tests: Vitest, Jest, or only Node. */
export type Runner = 'vitest' | 'jest' | 'none';

/** Something in which the tests of the client run. */
export interface Runtime {
  readonly runner: Runner;
  /** The folder in which the runner is installed. */
  readonly folder: string;
  /** The alias of the Node version. */
  readonly node: keyof typeof olderNodes | 'node-24';
  readonly environment: 'node' | 'jsdom' | 'happy-dom';
  /** The tests that cannot pass there, by a part of their name, each with the reason. */
  readonly exceptions: Readonly<Record<string, string>>;
}

/** The Node of this platform: the package that the install script of the package `node` would install. */
const ownNode = `npm:node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The older Node versions of the client's users, from npm; the same as in the tests of the packages, so that each is downloaded once. This repository has installed the newest one, `node-24`. */
export const olderNodes = { 'node-20': `${ownNode}@20.19.0`, 'node-22': `${ownNode}@22.21.0` };

const besidesJest = { 'ts-jest': '29.4.15', supertest: '7.3.2' };

/** The packages of each folder: a runner, and the simulated browsers of its time. */
export const runners = {
  'vitest-3': { vitest: '3.2.4', jsdom: '26.1.0' },
  'vitest-4': { vitest: '4.1.12', jsdom: '27.4.0' },
  'vitest-5': { vitest: '5.1.2', jsdom: '28.1.0', 'happy-dom': '21.0.4' },
  'jest-29': { jest: '29.7.0', 'jest-environment-jsdom': '29.7.0', '@types/jest': '29.5.14', ...besidesJest },
  'jest-30': { jest: '30.5.2', 'jest-environment-jsdom': '30.5.2', '@types/jest': '30.0.0', ...besidesJest },
} as const;

const none = { runner: 'none', folder: '', environment: 'node', exceptions: {} } as const;
const jsdom = { runner: 'vitest', environment: 'jsdom', exceptions: {} } as const;
const happyDom = {
  runner: 'vitest',
  environment: 'happy-dom',
  exceptions: {
    'a 304': 'fetch never returns a 304',
    'ends in the result that the contract requires': 'some of its random responses are a 304',
    'rejects an invalid header name': 'Headers accepts any name',
  },
} as const;

/**
 * The newest runners with every simulated page, and Jest 29, spread over the Node versions. The others only run the tests that use the
 * mock and the server.
 */
export const runtimes: readonly Runtime[] = [
  { ...none, node: 'node-20' },
  { ...none, node: 'node-22' },
  { ...none, node: 'node-24' },
  { ...jsdom, folder: 'vitest-5', node: 'node-24' },
  { ...happyDom, folder: 'vitest-5', node: 'node-22' },
  {
    runner: 'jest',
    folder: 'jest-29',
    node: 'node-20',
    environment: 'jsdom',
    exceptions: { 'is TIMEOUT after the time limit': 'the test uses AbortSignal.timeout, which jsdom 20 lacks' },
  },
  { runner: 'jest', folder: 'jest-30', node: 'node-22', environment: 'jsdom', exceptions: {} },
];

/** Returns a runner with a page that jsdom simulates. */
export function pageOf(folder: string): Runtime {
  const runner = folder.startsWith('jest') ? 'jest' : 'vitest';
  return { runner, folder, node: 'node-24', environment: 'jsdom', exceptions: {} };
}

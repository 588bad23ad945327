import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Many tests start our command in a process of its own: with what Node compiled the last time, each starts in half the time.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'workspace-api-compile-cache');

/** Jest strips types by Node itself: no transformer, ES modules as they are. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  testMatch: ['<rootDir>/{src,lint,scripts,contract-tests}/**/*.test.ts'],
  // What needs a browser runs by `npm run test:browser`, what needs PostgreSQL by `npm run test:postgres`, what needs the registry
  // by `npm run test:packages`: `npm test` needs nothing but `npm ci`.
  testPathIgnorePatterns: ['/node_modules/', '\\.(browser|packages|postgres)\\.test\\.ts$'],
  // Jest's default leaves one core idle, which halves the speed of a machine with two.
  maxWorkers: '100%',
  // A worker that has let go of everything still takes Node about a second to end, with the modules of all its files to free.
  workerGracefulExitTimeout: 10_000,
  // A whole run of the verifier is one test; on a busy machine it takes its time.
  testTimeout: 60_000,
};

import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

// Many tests start our command in a separate process. Node's compile cache halves its start-up time.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'workspace-api-compile-cache');

// Variables of this machine, such as the HOST that some shells set, must not set options of the commands that tests start.
for (const name of Object.keys(process.env)) {
  if (/^(HOST|PORT|LOG_LEVEL|DATABASE_URL|WORKSPACE_API_.*)$/.test(name)) delete process.env[name];
}

/** Runs TypeScript as ES modules without a transformer, because Node strips the types. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  // Their package.json files have the same names as those of dist/.
  modulePathIgnorePatterns: ['<rootDir>/packages/'],
  testMatch: ['<rootDir>/{src,lint,scripts,contract-tests}/**/*.test.ts'],
  // `npm test` needs only `npm ci`. `npm run test:browser` runs the tests that need a browser, `npm run test:postgres` those that need
  // PostgreSQL, and `npm run test:packages` those that need the npm registry.
  testPathIgnorePatterns: ['/node_modules/', '\\.(browser|packages|postgres|scale)\\.test\\.ts$'],
  // One more than there are cores, because some tests wait. Jest's default leaves a core idle.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/jest.sequencer.js',
  // Even with no open handles, a worker takes about a second to exit, because Node frees the modules of all its files.
  workerGracefulExitTimeout: 10_000,
  // Some tests are a complete run of the verifier, and a busy machine can be several times slower than usual.
  testTimeout: 180_000,
};

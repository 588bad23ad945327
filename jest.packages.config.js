import config from './jest.config.js';

/** The tests of the packages that `npm run build` has written: they install them from the registry, which takes its time. */
export default {
  ...config,
  testMatch: ['<rootDir>/contract-tests/**/*.packages.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};

import config from './jest.config.js';

/** The tests of the packages that `npm run build` writes. They install dependencies from the npm registry, which takes time. */
export default {
  ...config,
  testMatch: ['<rootDir>/{src,contract-tests}/**/*.packages.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
};

import config from './jest.config.js';

/** The tests that need Debian's Chromium (`apt-get install chromium`). */
export default {
  ...config,
  testMatch: ['<rootDir>/{src,contract-tests}/**/*.browser.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};

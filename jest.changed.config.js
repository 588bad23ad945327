import config from './jest.config.js';

/**
 * The tests next to the code, for `npm run test:changed` and `npm run test:watch`. Contract tests start whole servers and verify
 * them, which takes minutes, so only `npm test` runs them.
 */
export default {
  ...config,
  testPathIgnorePatterns: [...config.testPathIgnorePatterns, '<rootDir>/contract-tests/'],
};

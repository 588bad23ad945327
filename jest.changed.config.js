import config from './jest.config.js';

/**
 * The tests that stand beside the code, for `npm run test:changed` and `npm run test:watch`. Contract tests start whole servers
 * and verify them, which takes minutes: `npm test` runs those.
 */
export default {
  ...config,
  testPathIgnorePatterns: [...config.testPathIgnorePatterns, '<rootDir>/contract-tests/'],
};

import config from './jest.config.js';

/** The test that needs PostgreSQL, PgBouncer and HAProxy, and takes several minutes: `npm run test:scale`. */
export default {
  ...config,
  testMatch: ['<rootDir>/contract-tests/scale/*.scale.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};

import config from './jest.config.js';

/** The tests that need PostgreSQL, PgBouncer, HAProxy, Patroni and etcd, and take several minutes: `npm run test:scale`. */
export default {
  ...config,
  testMatch: ['<rootDir>/contract-tests/scale/*.scale.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Each of them measures how long requests wait.
  maxWorkers: 1,
};

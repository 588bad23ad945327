import config from './jest.config.js';

/** The tests that need PostgreSQL's programs to start their own servers: `npm run test:postgres`. */
export default {
  ...config,
  testMatch: ['<rootDir>/{src,contract-tests}/**/*.postgres.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};

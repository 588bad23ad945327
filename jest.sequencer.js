import { statSync } from 'node:fs';

/**
 * The tests that take longest, in that order. A machine that has not run them before, as in CI, would start some of them last, and then wait
 * for one core.
 */
const SLOW = [
  // npm test
  'contract-tests/mutants',
  'contract-tests/safety/lying-servers',
  'contract-tests/refusing-servers',
  'contract-tests/harmless-framing',
  'scripts/odd-folder',
  'contract-tests/harmless-bodies',
  'contract-tests/harmless-behaviour',
  'contract-tests/server-errors',
  'contract-tests/target-file',
  'contract-tests/client/workspace-types',
  'contract-tests/bad-targets',
  'contract-tests/outputs',
  'contract-tests/workspace-target/mutants',
  'contract-tests/huge-answers',
  'contract-tests/command-line',
  'contract-tests/repeat-lines',
  'scripts/release',
  'src/mock/shown/every-answer',
  'contract-tests/mock-command',
  'contract-tests/postman',
  // npm run test:browser
  'contract-tests/site.browser',
  // npm run test:postgres
  'contract-tests/hostile-input/faults.postgres',
  // npm run test:packages
  'src/client/runtimes',
  'contract-tests/packages/installed',
  'contract-tests/helpdesk',
  'contract-tests/packages/managers',
  'contract-tests/client/installed',
  'contract-tests/packages/verdicts',
];

/** Starts the tests that take longest first, and then the others by the size of their file, as Jest does. */
export default class SlowestFirst {
  sort(tests) {
    const ranked = [...tests].map((test) => ({ test, rank: rankOf(test), size: statSync(test.path).size }));
    return ranked.sort((one, other) => one.rank - other.rank || other.size - one.size).map(({ test }) => test);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

function rankOf({ path, context }) {
  const file = path.slice(context.config.rootDir.length + 1);
  const rank = SLOW.findIndex((slow) => file.startsWith(slow));
  return rank === -1 ? SLOW.length : rank;
}

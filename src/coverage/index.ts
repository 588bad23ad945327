export type { Badge } from './badge.ts';
export { coverageBadge } from './badge.ts';
export { coverageChange, coverageLine, unjudgedLines } from './describe-coverage.ts';
export type { FailureCount, FailureCoverage } from './failure-coverage.ts';
export { CoverageCounter, coverageFrom, mergeCoverage } from './failure-coverage.ts';
export type { CoverageFloor } from './floor.ts';
export { compareWithFloor, readFloor } from './floor.ts';
export { CoverageError, readCoverage } from './read-coverage.ts';

import type { OperationKey } from '../contract/index.ts';
import type { FailureCoverage } from './failure-coverage.ts';
import { judgedNames } from './failure-coverage.ts';

/** Returns the coverage in one line: `68 of 71 failures judged, 1 more provoked`. */
export function coverageLine({ described, provoked, judged }: FailureCoverage): string {
  const more = provoked - judged;
  return `${judged} of ${described} failures judged${more > 0 ? `, ${more} more provoked` : ''}`;
}

/** What has not been judged, one line for each operation: `createRecord: badRequest, internalError`. */
export function unjudgedLines({ failures }: FailureCoverage): readonly string[] {
  const unjudged = failures.filter(({ judged }) => judged === 0);
  const byOperation = Map.groupBy(unjudged, ({ operation }): OperationKey => operation);
  return [...byOperation].map(([operation, own]) => `${operation}: ${own.map(({ scenario }) => scenario).join(', ')}`);
}

/** What changed from one coverage to another, by the names of failures. */
export interface CoverageChange {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** Compares which failures are judged. */
export function coverageChange(before: FailureCoverage, after: FailureCoverage): CoverageChange {
  const [was, is] = [judgedNames(before), judgedNames(after)];
  return { gained: [...is].filter((name) => !was.has(name)), lost: [...was].filter((name) => !is.has(name)) };
}

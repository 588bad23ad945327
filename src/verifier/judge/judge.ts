import type { PlannedCase } from '../../plan/index.ts';
import type { Breach } from './checks/check.ts';
import type { CheckName } from './checks/index.ts';
import { checks } from './checks/index.ts';
import { parseBody } from './parse-body.ts';
import type { SentCase } from './exchange.ts';

/** A breach, and which check found it. */
export interface JudgedBreach extends Breach {
  readonly check: CheckName | 'answer' | 'dredd';
}

/**
 * Holds what came of a case against the contract, by every check. Where the sender complains of an answer that all checks are
 * content with, one of the two is wrong: that is a breach too, so that the run fails and says so.
 */
export function judge({ planned, exchange, verdict }: SentCase): readonly JudgedBreach[] {
  if ('failure' in exchange) {
    return [{ check: 'answer', basis: planned.basis, message: `no answer: ${exchange.failure}` }];
  }
  const { response } = exchange;
  const judged = { planned, response, json: parseBody(response.body) };
  const breaches = Object.entries(checks).flatMap(([check, find]) =>
    find(judged).map((breach) => ({ check: check as CheckName, ...breach })),
  );
  if (verdict === undefined || breaches.length > 0) return breaches;
  return [{ check: 'dredd', basis: planned.basis, message: `Dredd alone fails this answer: ${verdict}` }];
}

/** The line of the contract that a case stands for. */
export function clauseOf({ operationId, scenario, basis, expected }: PlannedCase): string {
  const { status, error } = expected;
  const answer = error === undefined ? '' : ` ${error.code}${error.message === undefined ? '' : ` "${error.message}"`}`;
  return `${operationId}, ${scenario} [${basis}]: ${status}${answer}`;
}

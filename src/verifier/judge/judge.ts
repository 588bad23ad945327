import type { PlannedCase } from '../../plan/index.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { expectedFacts, receivedFacts } from './answer-facts.ts';
import type { Breach } from './checks/check.ts';
import type { CheckName } from './checks/index.ts';
import { checks } from './checks/index.ts';
import type { SentCase } from './exchange.ts';
import { parseBody } from './parse-body.ts';

/** A breach, which check found it, and both answers: status, code, message, and what the check is about. */
export interface JudgedBreach extends Breach {
  readonly check: CheckName | 'answer' | 'dredd';
  readonly expected: AnswerFacts;
}

/**
 * Holds what came of a case against the contract, by every check. Where the sender complains of an answer that all checks are
 * content with, one of the two is wrong: that is a breach too, so that the run fails and says so.
 */
export function judge({ planned, exchange, verdict }: SentCase): readonly JudgedBreach[] {
  if ('failure' in exchange) {
    const message = `no answer: ${exchange.failure}`;
    return [{ check: 'answer', basis: planned.basis, message, expected: expectedFacts(planned) }];
  }
  const { response } = exchange;
  const judged = { planned, response, json: parseBody(response.body) };
  const breaches = Object.entries(checks).flatMap(([check, find]) =>
    find(judged).map((breach) => ({ check: check as CheckName, ...breach })),
  );
  const alone = { check: 'dredd', basis: planned.basis, message: `Dredd alone fails this answer: ${verdict}` } as const;
  const all: readonly (Breach & Pick<JudgedBreach, 'check'>)[] =
    verdict === undefined || breaches.length > 0 ? breaches : [alone];
  return all.map((breach) => ({
    ...breach,
    expected: { ...expectedFacts(planned), ...breach.expected },
    received: { ...receivedFacts(response), ...breach.received },
  }));
}

/** The line of the contract that a case stands for. */
export function clauseOf({ operationId, scenario, basis, expected }: PlannedCase): string {
  const { status, error } = expected;
  const answer = error === undefined ? '' : ` ${error.code}${error.message === undefined ? '' : ` "${error.message}"`}`;
  return `${operationId}, ${scenario} [${basis}]: ${status}${answer}`;
}

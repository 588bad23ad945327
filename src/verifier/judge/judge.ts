import type { PlannedCase } from '../../plan/index.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { expectedFacts, receivedFacts } from './answer-facts.ts';
import type { Breach } from './checks/check.ts';
import type { CheckName } from './checks/index.ts';
import { checks } from './checks/index.ts';
import type { SentCase } from './exchange.ts';
import { parseBody } from './parse-body.ts';

/** A violation with the check that found it, and with data about the expected and the received response. */
export interface JudgedBreach extends Breach {
  readonly check: CheckName | 'answer' | 'dredd';
  readonly expected: AnswerFacts;
}

/**
 * Runs every check on a case that was sent. If the sender rejects a response that all checks accept, one of the two is wrong.
 * That is a violation too, so that the run fails and reports it.
 */
export function judge({ planned, exchange, verdict }: SentCase): readonly JudgedBreach[] {
  if ('failure' in exchange) {
    const message = `no response: ${exchange.failure}`;
    return [{ check: 'answer', basis: planned.basis, message, expected: expectedFacts(planned) }];
  }
  const { response } = exchange;
  const judged = { planned, response, json: parseBody(response.body) };
  const breaches = Object.entries(checks).flatMap(([check, find]) =>
    find(judged).map((breach) => ({ check: check as CheckName, ...breach })),
  );
  const alone = {
    check: 'dredd',
    basis: planned.basis,
    message: `only Dredd rejects this response: ${verdict}`,
  } as const;
  const all: readonly (Breach & Pick<JudgedBreach, 'check'>)[] =
    verdict === undefined || breaches.length > 0 ? breaches : [alone];
  return all.map((breach) => ({
    ...breach,
    expected: { ...expectedFacts(planned), ...breach.expected },
    received: { ...receivedFacts(response), ...breach.received },
  }));
}

/** Returns the line of the contract that a case tests. */
export function clauseOf({ operationId, scenario, basis, expected }: PlannedCase): string {
  const { status, error } = expected;
  const answer = error === undefined ? '' : ` ${error.code}${error.message === undefined ? '' : ` "${error.message}"`}`;
  return `${operationId}, ${scenario} [${basis}]: ${status}${answer}`;
}

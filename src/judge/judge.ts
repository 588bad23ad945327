import type { PlannedCase, TestedRule } from '../plan/index.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { expectedFacts, receivedFacts } from './answer-facts.ts';
import { isNormative } from './basis.ts';
import type { Breach } from './checks/check.ts';
import type { CheckName } from './checks/index.ts';
import { checks } from './checks/index.ts';
import type { SentCase } from './exchange.ts';
import { parseBody } from './parse-body.ts';
import { countingServerError, NO_SERVER_ERROR } from './server-error.ts';

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
  return breachesIn({ planned, exchange, ...(verdict === undefined ? {} : { verdict }) }).map((breach) =>
    planned.tests === undefined ? breach : { ...breach, message: `${ruleText(planned.tests)}: ${breach.message}` },
  );
}

/** Names a rule of a definition: `Ticket.title MAX_LENGTH 20`. */
function ruleText({ entity, column, rule }: TestedRule): string {
  return `${entity}.${column} ${rule}`;
}

function breachesIn({ planned, exchange, verdict }: SentCase): readonly JudgedBreach[] {
  const serverError = isNormative(planned.basis) ? undefined : countingServerError(planned, exchange);
  if ('failure' in exchange) {
    const message = `no response: ${exchange.failure}`;
    const breach = { check: 'answer', basis: planned.basis, message, expected: expectedFacts(planned) } as const;
    return [serverError === undefined ? breach : asServerError(breach)];
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
  // Without a documented body, only the status is wrong.
  const reporter = all.some(({ check }) => check === serverError) ? serverError : 'status';
  return all.map((each) => {
    const breach = {
      ...each,
      expected: { ...expectedFacts(planned), ...each.expected },
      received: { ...receivedFacts(response), ...each.received },
    };
    return serverError !== undefined && breach.check === reporter ? asServerError(breach) : breach;
  });
}

/** A server error is a finding, although the failure that the case tests is a rule that this project added. */
function asServerError(breach: JudgedBreach): JudgedBreach {
  return { ...breach, basis: 'seed', rule: NO_SERVER_ERROR };
}

/** Returns the line of the contract that a case tests. */
export function clauseOf({ operationId, scenario, basis, expected, tests }: PlannedCase): string {
  const { status, error } = expected;
  const answer = error === undefined ? '' : ` ${error.code}${error.message === undefined ? '' : ` "${error.message}"`}`;
  const rule = tests === undefined ? '' : `; ${ruleText(tests)} of the definition`;
  return `${operationId}, ${scenario} [${basis}]: ${status}${answer}${rule}`;
}

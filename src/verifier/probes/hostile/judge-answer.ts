import type { Basis } from '../../../contract/index.ts';
import { readEnvelope } from '../../../contract/index.ts';
import type { PlannedCase } from '../../../plan/index.ts';
import { expectedFacts, isNormative, clauseOf, parseBody, isOwnStatus } from '../../../judge/index.ts';
import type { Breach, Exchange, ReceivedResponse } from '../../../judge/index.ts';
import { CLOSED_WITHOUT_ANSWER } from '../../senders/raw-socket.ts';
import { inWords } from '../answer.ts';
import { breachOfCase } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import type { HostileCase } from './hostile-case.ts';
import { WHATEVER_ARRIVES, wholeAnswerBreaches } from './whole-answer.ts';

type Judge = ProbeContext['judge'];

/** The checks that are specific to bad requests. The cells of the matrix already test what every response must have. */
const CHECKS = new Set(['status', 'pair', 'body', 'content-type', 'message', 'details', 'leak']);

/**
 * Judges the response to a bad request. Violations of the rules for every response are findings. Without any, the response
 * is compared with the allowed ones: a difference is a finding if their basis is normative, and otherwise a note.
 */
export function judgeAnswer(judge: Judge, hostile: HostileCase, exchange: Exchange): readonly ProbeBreach[] {
  const [first] = hostile.answers;
  const breach = (planned: PlannedCase, found: Breach, contract = clauseOf(planned)): ProbeBreach =>
    breachOfCase(planned, { expected: expectedFacts(planned), ...found, contract, exchange });
  if ('failure' in exchange) {
    const isClosed = hostile.brokenFraming === true && exchange.failure === CLOSED_WITHOUT_ANSWER;
    const basis = exchange.confirmed === true && !isClosed ? 'seed' : 'ours';
    return [breach(first, { basis, message: inWords(exchange) }, WHATEVER_ARRIVES)];
  }
  const planned = answeredBy(hostile, exchange.response);
  const violations = wholeAnswerBreaches(judge, planned, exchange, hostile.brokenFraming);
  if (violations.length > 0)
    return violations.map((found) => breach(planned, { ...found, basis: 'seed' }, WHATEVER_ARRIVES));
  const { status } = exchange.response;
  const isRefusalFirm = hostile.refused === true && status < 400;
  const basisOf = (basis: Basis): Basis => (isNormative(planned.basis) ? basis : isRefusalFirm ? 'api' : 'ours');
  // A success, or a status that HTTP defines for bad requests, does not come with an envelope, so only the status is checked.
  const isStatusAll = isOwnStatus(status) || status < 400;
  const known = judge({ planned, exchange }).filter(({ check }) =>
    isStatusAll ? check === 'status' : CHECKS.has(check),
  );
  if (known.length > 0) {
    return known.map(({ rule, ...found }) =>
      rule === undefined ? breach(planned, { ...found, basis: basisOf(found.basis) }) : breach(planned, found, rule),
    );
  }
  return unnamed(hostile, exchange.response).map((message) => breach(planned, { basis: 'ours', message }));
}

/** Returns the allowed failure that matches the response, or the first one if none matches. */
function answeredBy({ answers }: HostileCase, { status, body }: ReceivedResponse): PlannedCase {
  const code = readEnvelope(parseBody(body))?.code;
  return answers.find(({ expected }) => expected.status === status && expected.error?.code === code) ?? answers[0];
}

function unnamed({ names }: HostileCase, { body }: ReceivedResponse): readonly string[] {
  const message = readEnvelope(parseBody(body))?.message;
  if (names === undefined || typeof message !== 'string' || message.includes(names)) return [];
  return [`the message does not name ${names}: ${JSON.stringify(message)}`];
}

import type { PlannedCase, PlannedRequest } from '../../../plan/index.ts';
import type { ReceivedResponse, JudgedBreach } from '../../../judge/index.ts';
import { isOwnStatus } from '../../../judge/index.ts';
import type { ProbeContext } from '../probe.ts';

/** The rule for every response, whatever was sent. */
export const WHATEVER_ARRIVES =
  'Every request gets a response. A failure has an envelope with a status and code from the contract, and reveals no internals.';

/** The checks that every failure must pass, whichever it is. */
const CHECKS = new Set(['pair', 'body', 'content-type', 'details', 'leak']);

/**
 * Returns the violations of the rules for every failure; empty if the response is a success. If HTTP itself defines the status,
 * or the request had broken framing, the body may be anything that reveals no internals.
 */
export function wholeAnswerBreaches(
  judge: ProbeContext['judge'],
  planned: PlannedCase,
  exchange: { readonly request: PlannedRequest; readonly response: ReceivedResponse },
  brokenFraming = false,
): readonly JudgedBreach[] {
  const { status } = exchange.response;
  if (status < 400) return [];
  const isFree = isOwnStatus(status) || brokenFraming;
  // A response to HEAD has no body to check.
  const isBodiless = planned.request.method === 'HEAD';
  const any: PlannedCase = { ...planned, scenario: 'success', basis: 'seed', expected: { status } };
  return judge({ planned: any, exchange }).filter(({ check, basis }) => {
    if (basis === 'ours' || !CHECKS.has(check)) return false;
    return check === 'leak' || !(isFree || isBodiless);
  });
}

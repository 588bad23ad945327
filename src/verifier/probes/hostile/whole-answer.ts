import type { PlannedCase, PlannedRequest } from '../../../plan/index.ts';
import type { ReceivedResponse } from '../../judge/exchange.ts';
import type { JudgedBreach } from '../../judge/judge.ts';
import type { ProbeContext } from '../probe.ts';

/**
 * What HTTP itself has for requests that it knows nothing to do with (RFC 9110, section 15; RFC 6585, section 5): a foreign
 * implementation, or its framework, may answer these in place of 400.
 */
const OWN_STATUSES = new Set([405, 406, 408, 413, 414, 415, 417, 426, 431, 501, 505]);

/** Whether HTTP itself has the status for a bad request. */
export function isOwnStatus(status: number): boolean {
  return OWN_STATUSES.has(status);
}

/** What everybody has to keep, whatever is sent. */
export const WHATEVER_ARRIVES =
  'Whatever arrives, an answer comes: a failure in the envelope, with a pair of the contract, that gives nothing away.';

/** The checks that a failure passes whatever it answers. */
const CHECKS = new Set(['pair', 'body', 'content-type', 'details', 'leak']);

/**
 * In what an answer is no failure that the contract knows, whichever it had to be; nothing where it is a success. The body
 * that comes with a status of HTTP's own is free, and so is the one that answers broken framing: they must only give nothing
 * away.
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
  // An answer to HEAD has no body to look at.
  const isBodiless = planned.request.method === 'HEAD';
  const any: PlannedCase = { ...planned, scenario: 'success', basis: 'seed', expected: { status } };
  return judge({ planned: any, exchange }).filter(({ check, basis }) => {
    if (basis === 'ours' || !CHECKS.has(check)) return false;
    return check === 'leak' || !(isFree || isBodiless);
  });
}

import type { FailOn, FindingName, KnownLookup } from '../../judge/index.ts';
import { isNormative, fingerprintOf, nameOf, counts, doubtAbout } from '../../judge/index.ts';
import type { JudgedCase } from '../run/judge-run.ts';
import type { ProbedProbe } from '../run/probe-run.ts';
import type { Stop } from '../run/stop.ts';
import type { SenderRun } from '../run/sender-run.ts';
import type { CaseOutcome, ProbeOutcome, Report } from './report.ts';

/** Options that decide whether a violation fails the run. */
export interface OutcomeRules {
  readonly failOn: FailOn;
  readonly lookUp: KnownLookup;
  /** Whether the run stopped at its first finding. */
  readonly bailed: boolean;
  /** Why the run was stopped; `null` if it is complete. */
  readonly stopped: Stop | null;
}

/** Returns the outcome of every case of a run. A case that was planned but not sent failed, unless the run was stopped. */
export function outcomesOf(
  run: SenderRun,
  judged: readonly JudgedCase[],
  { failOn, lookUp, bailed, stopped }: OutcomeRules,
): readonly CaseOutcome[] {
  const { sender } = run;
  const judgedOf = new Map(judged.map((each) => [each.planned, each]));
  const provoked = run.planned.map((planned): CaseOutcome => {
    const name = nameOf(planned);
    const sent = judgedOf.get(planned);
    if (sent === undefined) return { ...name, sender, ...unsent(sender, { bailed, stopped }) };
    const { breaches, exchange } = sent;
    const expected = planned.expected.status;
    const counting = breaches.filter(({ basis }) => counts({ basis, exchange, expected }, failOn));
    if (counting.length === 0) {
      const unproven = doubtAbout(sent, breaches);
      return { ...name, sender, outcome: 'passed', ...(unproven === undefined ? {} : { unproven }) };
    }
    const isKnown = counting.every(
      ({ check, field, message }) =>
        lookUp({ fingerprint: fingerprintOf(check, name, field), field, message }) !== undefined,
    );
    const reason = counting.map(({ message }) => message).join('; ');
    return { ...name, sender, outcome: 'failed', reason, ...(isKnown ? { known: true } : {}) };
  });
  const unprovoked = run.unprovoked.map(({ reason, declared, ...name }): CaseOutcome => {
    const isKnown = lookUp(unprovokedCase({ ...name, reason })) !== undefined;
    const isAllowed = declared || failOn === 'server-error';
    const outcome = { ...name, sender, outcome: 'not-provoked', reason, declared: isAllowed } as const;
    return isKnown ? { ...outcome, known: true } : outcome;
  });
  return [...provoked, ...unprovoked];
}

/** Returns the outcome of every probe. */
export function probeOutcomesOf(
  probed: readonly ProbedProbe[],
  { failOn, lookUp }: Omit<OutcomeRules, 'bailed' | 'stopped'>,
): readonly ProbeOutcome[] {
  return probed.map(({ probe, breaches, unprovoked, required }) => {
    const counting = breaches.filter((breach) =>
      counts({ basis: breach.basis, exchange: breach.exchange, expected: breach.expected?.status }, failOn),
    );
    if (counting.length === 0 && unprovoked !== undefined) {
      const isKnown = lookUp(unprovokedProbe({ probe, reason: unprovoked })) !== undefined;
      const outcome = {
        probe,
        outcome: 'not-provoked',
        reason: unprovoked,
        declared: !required || failOn === 'server-error',
      } as const;
      return isKnown ? { ...outcome, known: true } : outcome;
    }
    if (counting.length === 0) return { probe, outcome: 'passed' };
    const isKnown = counting.every(
      ({ field, message, ...name }) =>
        lookUp({ fingerprint: fingerprintOf(probe, name, field), field, message }) !== undefined,
    );
    const reason = counting.map(({ message }) => message).join('; ');
    return { probe, outcome: 'failed', reason, ...(isKnown ? { known: true } : {}) };
  });
}

/**
 * Whether an outcome lets the run pass. A case whose rule binds every implementation must be provoked, unless the target file
 * declares why it cannot be, or a list of known findings contains it. `internalError` is exempt.
 */
export function isContent({ outcome, basis, scenario, declared, known }: CaseOutcome): boolean {
  if (outcome === 'passed' || known === true) return true;
  if (outcome === 'failed') return false;
  return declared === true || !isNormative(basis) || scenario === 'internalError';
}

/** Whether the outcome of a probe lets the run pass. */
export function isContentProbe({ outcome, declared, known }: ProbeOutcome): boolean {
  if (outcome === 'passed' || known === true) return true;
  return outcome === 'not-provoked' && declared === true;
}

/** Whether any case or probe of a run was judged. A run that judged nothing proves nothing, and cannot pass. */
export function isAnythingJudged({ outcomes, probes }: Pick<Report, 'outcomes' | 'probes'>): boolean {
  return [...outcomes, ...probes].some(({ outcome }) => outcome !== 'not-provoked');
}

/** Names a case that was not provoked as a list of known findings does. */
export function unprovokedCase({
  reason = '',
  ...name
}: Pick<CaseOutcome, 'operationId' | 'scenario' | 'variant' | 'reason'>): FindingName {
  return { fingerprint: fingerprintOf('not-provoked', name), message: reason };
}

/** Names a probe that was not provoked as a list of known findings does. */
export function unprovokedProbe({ probe, reason = '' }: Pick<ProbeOutcome, 'probe' | 'reason'>): FindingName {
  return { fingerprint: `not-provoked:${probe}`, message: reason };
}

function unsent(
  sender: string,
  { bailed, stopped }: Pick<OutcomeRules, 'bailed' | 'stopped'>,
): Pick<CaseOutcome, 'outcome' | 'reason' | 'declared'> {
  if (stopped !== null)
    return { outcome: 'not-provoked', reason: 'the run was stopped before it was sent', declared: false };
  return bailed
    ? { outcome: 'not-provoked', reason: 'the run stopped at its first finding', declared: true }
    : { outcome: 'failed', reason: `${sender} did not send it` };
}

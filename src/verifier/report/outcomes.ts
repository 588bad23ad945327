import type { FailOn } from '../judge/basis.ts';
import { counts, isNormative } from '../judge/basis.ts';
import { nameOf } from '../judge/case-name.ts';
import type { KnownFinding } from '../judge/known-findings.ts';
import { isSame } from '../judge/known-findings.ts';
import type { JudgedCase } from '../run/judge-run.ts';
import type { ProbedProbe } from '../run/probe-run.ts';
import type { SenderRun } from '../run/sender-run.ts';
import type { CaseOutcome, ProbeOutcome } from './report.ts';

/** Options that decide whether a violation fails the run. */
export interface OutcomeRules {
  readonly failOn: FailOn;
  readonly known: readonly KnownFinding[];
  /** Whether the run stopped at its first finding. */
  readonly bailed: boolean;
}

/** Returns the outcome of every case of a run. A case that was planned but not sent failed. */
export function outcomesOf(
  run: SenderRun,
  judged: readonly JudgedCase[],
  { failOn, known, bailed }: OutcomeRules,
): readonly CaseOutcome[] {
  const { sender } = run;
  const judgedOf = new Map(judged.map((each) => [each.planned, each]));
  const provoked = run.planned.map((planned): CaseOutcome => {
    const name = nameOf(planned);
    const breaches = judgedOf.get(planned)?.breaches;
    if (breaches === undefined) return { ...name, sender, ...unsent(sender, bailed) };
    const counting = breaches.filter((breach) => counts(breach, failOn));
    if (counting.length === 0) return { ...name, sender, outcome: 'passed' };
    const isKnown = counting.every(({ check }) => known.some((entry) => isSame(entry, { ...name, check })));
    const reason = counting.map(({ message }) => message).join('; ');
    return { ...name, sender, outcome: 'failed', reason, ...(isKnown ? { known: true } : {}) };
  });
  const unprovoked = run.unprovoked.map(({ reason, declared, ...name }): CaseOutcome => ({
    ...name,
    sender,
    outcome: 'not-provoked',
    reason,
    declared,
  }));
  return [...provoked, ...unprovoked];
}

/** Returns the outcome of every probe. */
export function probeOutcomesOf(
  probed: readonly ProbedProbe[],
  { failOn, known }: Omit<OutcomeRules, 'bailed'>,
): readonly ProbeOutcome[] {
  return probed.map(({ probe, breaches, unprovoked, required }) => {
    if (unprovoked !== undefined) return { probe, outcome: 'not-provoked', reason: unprovoked, declared: !required };
    const counting = breaches.filter(({ basis }) => failOn === 'note' || isNormative(basis));
    if (counting.length === 0) return { probe, outcome: 'passed' };
    const isKnown = counting.every((each) => known.some((entry) => isSame(entry, { ...each, check: probe })));
    const reason = counting.map(({ message }) => message).join('; ');
    return { probe, outcome: 'failed', reason, ...(isKnown ? { known: true } : {}) };
  });
}

/**
 * Whether an outcome lets the run pass. A case whose rule binds every implementation must be provoked, unless the target file
 * declares why it cannot be. `internalError` is exempt.
 */
export function isContent({ outcome, basis, scenario, declared, known }: CaseOutcome): boolean {
  if (outcome === 'failed') return known === true;
  if (outcome === 'passed') return true;
  return declared === true || !isNormative(basis) || scenario === 'internalError';
}

function unsent(sender: string, bailed: boolean): Pick<CaseOutcome, 'outcome' | 'reason' | 'declared'> {
  return bailed
    ? { outcome: 'not-provoked', reason: 'the run stopped at its first finding', declared: true }
    : { outcome: 'failed', reason: `${sender} did not send it` };
}

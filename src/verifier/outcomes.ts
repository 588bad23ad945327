import { isNormative } from './basis.ts';
import { nameOf } from './findings.ts';
import type { FailOn, JudgedCase } from './judged-case.ts';
import { counts } from './judged-case.ts';
import type { CaseOutcome } from './report.ts';
import type { SenderRun } from './sender-run.ts';

/** What became of every case of a run; one that was planned and not sent failed. */
export function outcomesOf(run: SenderRun, judged: readonly JudgedCase[], failOn: FailOn): readonly CaseOutcome[] {
  const { sender } = run;
  const judgedOf = new Map(judged.map((each) => [each.planned, each]));
  const provoked = run.planned.map((planned): CaseOutcome => {
    const name = nameOf(planned);
    const breaches = judgedOf.get(planned)?.breaches;
    if (breaches === undefined) return { ...name, sender, outcome: 'failed', reason: `${sender} did not send it` };
    const counting = breaches.filter((breach) => counts(breach, failOn));
    if (counting.length === 0) return { ...name, sender, outcome: 'passed' };
    return { ...name, sender, outcome: 'failed', reason: counting.map(({ message }) => message).join('; ') };
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

/** Whether an outcome lets the run pass: what is law has to be provoked, unless the target file says why it can not be. */
export function isContent({ outcome, basis, scenario, declared }: CaseOutcome): boolean {
  if (outcome !== 'not-provoked') return outcome === 'passed';
  return declared === true || !isNormative(basis) || scenario === 'internalError';
}

import type { Target } from '../../plan/index.ts';
import { describeDeviations } from '../../plan/index.ts';
import type { FailOn } from '../judge/basis.ts';
import { isNormative } from '../judge/basis.ts';
import type { KnownFinding } from '../judge/known-findings.ts';
import { partKnown } from '../judge/known-findings.ts';
import type { Level } from '../probes/probe.ts';
import type { JudgedCase } from '../run/judge-run.ts';
import type { ProbeRun } from '../run/probe-run.ts';
import { headerSecrets, maskerOf } from '../run/secrets.ts';
import type { Selection } from '../run/selection.ts';
import type { SenderRun } from '../run/sender-run.ts';
import type { SenderName } from '../senders/sender.ts';
import { findingsOf } from './findings.ts';
import { isContent, outcomesOf, probeOutcomesOf } from './outcomes.ts';
import { probeFindingsOf } from './probe-findings.ts';
import type { CaseOutcome, Report } from './report.ts';

/** The results of a run, from which the report is built. */
export interface RunResult {
  readonly target: Target;
  /** The headers of the run, which every curl command repeats. */
  readonly headers: Readonly<Record<string, string>>;
  readonly level: Level;
  readonly selection: Selection;
  readonly seed: number | null;
  readonly senders: readonly SenderName[];
  readonly runs: readonly { readonly run: SenderRun; readonly judged: readonly JudgedCase[] }[];
  readonly probing: ProbeRun;
  readonly known: readonly KnownFinding[];
  readonly failOn: FailOn;
  /** Whether the run stopped at its first finding. */
  readonly bailed: boolean;
  readonly durationMs: number;
}

/** Builds the report of a run, with every key masked. */
export function buildReport(result: RunResult): Report {
  const { target, headers, level, selection, seed, senders, runs, probing, known, failOn, bailed, durationMs } = result;
  const judged = runs.flatMap((each) => each.judged);
  const secrets = { ...headerSecrets(headers), ...target.secrets };
  const all = [
    ...findingsOf(target, judged, { secrets, headers }),
    ...probeFindingsOf(target, probing.probed, { secrets, headers }),
  ];
  const { fresh, expected, stale } = partKnown(all, known);
  const findings = fresh.filter(({ basis }) => isNormative(basis));
  const notes = fresh.filter(({ basis }) => !isNormative(basis));
  const outcomes = runs.flatMap((each) => outcomesOf(each.run, each.judged, { failOn, known, bailed }));
  const probes = probeOutcomesOf(probing.probed, { failOn, known });
  const count = (outcome: CaseOutcome['outcome']): number => outcomes.filter((each) => each.outcome === outcome).length;
  // Only a complete run proves that a known finding no longer occurs.
  const isComplete = !bailed && selection.only.length === 0 && selection.skip.length === 0;
  const provenStale = isComplete ? stale : [];
  const { baseUrl, organization = null, workspace = null } = target;
  return maskerOf({ secrets })<Report>({
    target: { baseUrl, organization, workspace },
    deviations: describeDeviations(target),
    level,
    selection,
    seed,
    senders,
    summary: {
      ok:
        outcomes.every(isContent) &&
        probes.every(({ outcome, known: isKnown, declared }) =>
          outcome === 'failed' ? isKnown === true : outcome === 'passed' || declared === true,
        ) &&
        provenStale.length === 0,
      passed: count('passed'),
      failed: count('failed'),
      notProvoked: count('not-provoked'),
      findings: findings.length,
      notes: notes.length,
      known: expected.length,
      durationMs,
    },
    outcomes,
    probes,
    findings,
    notes,
    known: expected,
    stale: provenStale,
    leftovers: [...runs.flatMap(({ run }) => run.leftovers), ...probing.leftovers],
  });
}

import type { Target } from '../../plan/index.ts';
import { describeDeviations, missingMembers, repeatIn, targetHints } from '../../plan/index.ts';
import type { FailOn, KnownFinding } from '../../judge/index.ts';
import { isNormative, lookUpIn, matches } from '../../judge/index.ts';
import type { PreflightResult } from '../preflight/index.ts';
import type { Level } from '../probes/probe.ts';
import type { JudgedCase } from '../run/judge-run.ts';
import type { ProbeRun } from '../run/probe-run.ts';
import { secretsOf } from '../../masking/index.ts';
import type { Selection } from '../run/selection.ts';
import type { Stop } from '../run/stop.ts';
import type { SenderRun } from '../run/sender-run.ts';
import type { SenderName } from '../senders/sender.ts';
import { constraintsOf } from './constraints.ts';
import { coverageOf } from './coverage.ts';
import { findingsOf } from './findings.ts';
import {
  isAnythingJudged,
  isContent,
  isContentProbe,
  outcomesOf,
  probeOutcomesOf,
  unprovokedCase,
  unprovokedProbe,
} from './outcomes.ts';
import { probeFindingsOf } from './probe-findings.ts';
import { reportMasker } from './report-masker.ts';
import type { CaseOutcome, Report } from './report.ts';
import { shortenReport } from './shorten.ts';

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
  readonly preflight: PreflightResult;
  readonly known: readonly KnownFinding[];
  readonly failOn: FailOn;
  /** Whether the run stopped at its first finding. */
  readonly bailed: boolean;
  /** Why the run was stopped; `null` if it is complete. */
  readonly stopped: Stop | null;
  readonly durationMs: number;
}

/** Builds the report of a run, with every key masked. */
export function buildReport(result: RunResult): Report {
  const {
    target,
    headers,
    level,
    selection,
    seed,
    senders,
    runs,
    probing,
    known,
    failOn,
    bailed,
    stopped,
    durationMs,
  } = result;
  const judged = runs.flatMap((each) => each.judged);
  const secrets = secretsOf(target, headers);
  const records = [...runs.flatMap(({ run }) => run.records), ...probing.records];
  const repeat = repeatIn(target, { secrets, headers, records });
  const all = [...findingsOf(judged, repeat), ...probeFindingsOf(probing.probed, repeat)];
  const mask = reportMasker(secrets);
  const lookUp = lookUpIn(known, mask.name);
  const sorted = all.map((finding) => ({ finding, entry: lookUp(finding) }));
  const fresh = sorted.filter(({ entry }) => entry === undefined).map(({ finding }) => finding);
  const accepted = sorted.flatMap(({ finding, entry }) =>
    entry === undefined ? [] : [{ ...finding, reason: entry.reason }],
  );
  const findings = fresh.filter(({ basis }) => isNormative(basis));
  const notes = fresh.filter(({ basis }) => !isNormative(basis));
  const outcomes = runs.flatMap((each) => outcomesOf(each.run, each.judged, { failOn, lookUp, bailed, stopped }));
  const probes = probeOutcomesOf(probing.probed, { failOn, lookUp });
  const count = (outcome: CaseOutcome['outcome']): number => outcomes.filter((each) => each.outcome === outcome).length;
  // Only a complete run proves that a known finding no longer occurs.
  const isComplete = !bailed && stopped === null && selection.only.length === 0 && selection.skip.length === 0;
  const names = [
    ...all,
    ...outcomes.filter(({ outcome }) => outcome === 'not-provoked').map(unprovokedCase),
    ...probes.filter(({ outcome }) => outcome === 'not-provoked').map(unprovokedProbe),
  ].map(mask.name);
  const provenStale = isComplete ? known.filter((entry) => !names.some((name) => matches(entry, name))) : [];
  const { baseUrl, organization = null, workspace = null } = target;
  const masked = mask.report({
    target: { baseUrl, organization, workspace },
    deviations: describeDeviations(target),
    missing: missingMembers(target),
    hints: [...targetHints(target), ...result.preflight.hints],
    level,
    selection,
    seed,
    senders,
    summary: {
      ok:
        stopped === null &&
        isAnythingJudged({ outcomes, probes }) &&
        outcomes.every(isContent) &&
        probes.every(isContentProbe) &&
        provenStale.length === 0,
      passed: count('passed'),
      failed: count('failed'),
      notProvoked: count('not-provoked'),
      findings: findings.length,
      notes: notes.length,
      known: accepted.length,
      durationMs,
    },
    stopped,
    outcomes,
    probes,
    constraints: constraintsOf(outcomes),
    coverage: coverageOf(judged),
    findings,
    notes,
    known: accepted,
    stale: provenStale,
    leftovers: [...result.preflight.leftovers, ...runs.flatMap(({ run }) => run.leftovers), ...probing.leftovers],
  });
  return shortenReport(masked);
}

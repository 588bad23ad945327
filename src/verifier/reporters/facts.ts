import { isAnythingJudged } from '../report/outcomes.ts';
import type { Report } from '../report/report.ts';
import { byCause } from './causes.ts';
import { provenInWords } from './rule-table.ts';
import { counted } from './text/words.ts';

/** Returns what was verified: the base URL, with the organization and workspace if they are part of the path. */
export function targetOf({ target }: Report): string {
  return [target.baseUrl, target.organization, target.workspace].filter((part) => part !== null).join('/');
}

/** Returns the settings that repeat the run, by name, and what the run left out. */
export function factsOf({ level, senders, seed, selection }: Report): Readonly<Record<string, string>> {
  const { only, skip } = selection;
  const leftOut = [...(only.length > 0 ? [`everything except ${only.join(', ')}`] : []), ...skip];
  return {
    level,
    senders: senders.join(', '),
    ...(seed === null ? {} : { seed: `${seed} (repeat with --seed ${seed})` }),
    ...(leftOut.length === 0 ? {} : { 'left out by --only/--skip': leftOut.join(', ') }),
  };
}

/** Returns the verdict of a run in one word. A run that was stopped has none. */
export function verdictOf({ summary, stopped }: Report): 'Passed' | 'Failed' | 'Stopped' {
  if (stopped !== null) return 'Stopped';
  return summary.ok ? 'Passed' : 'Failed';
}

/** Why a run did not pass, if no case and no probe shows it. */
export interface RunProblem {
  readonly title: string;
  readonly reason: string;
  readonly type: string;
}

/** Returns why a run did not pass, if not because of a case or a probe: it was stopped, or it judged nothing. */
export function runProblemOf(report: Report): RunProblem | undefined {
  const { stopped, summary } = report;
  if (stopped !== null)
    return { title: 'The run was stopped before it was complete', reason: stopped.reason, type: stopped.by };
  if (summary.ok || isAnythingJudged(report)) return undefined;
  const reason = 'No case was sent and no probe ran. A run that judges nothing does not pass.';
  return { title: 'Nothing was judged', reason, type: 'nothing-judged' };
}

/** Returns how long the run took, in seconds. */
export function durationOf({ summary }: Report): string {
  return `${(summary.durationMs / 1000).toFixed(1)} s`;
}

/** Returns the counts of a run, each as text. */
export function countsOf(report: Report): readonly string[] {
  const { summary, probes, constraints, findings, stale, leftovers } = report;
  const kinds = byCause(findings).length;
  const passed = probes.filter(({ outcome }) => outcome === 'passed').length;
  return [
    `${counted(summary.passed, 'case')} passed`,
    `${summary.failed} failed${knownAmong(report, 'failed')}`,
    `${summary.notProvoked} not provoked${knownAmong(report, 'not-provoked')}`,
    ...(probes.length === 0 ? [] : [`${passed} of ${counted(probes.length, 'probe')} passed`]),
    ...(constraints === null ? [] : [provenInWords(constraints)]),
    `${counted(findings.length, 'finding')}${kinds < findings.length ? ` of ${counted(kinds, 'kind')}` : ''}`,
    counted(summary.notes, 'note'),
    ...(summary.known === 0 ? [] : [counted(summary.known, 'known finding')]),
    ...(stale.length === 0 ? [] : [counted(stale.length, 'stale known finding')]),
    ...(leftovers.length === 0 ? [] : [counted(leftovers.length, 'leftover record')]),
  ];
}

/** Returns how many of the cases with an outcome are known, which the exit code does not count: ` (2 known)`, ` (all known)`. */
export function knownAmong({ outcomes }: Report, outcome: 'failed' | 'not-provoked'): string {
  const all = outcomes.filter((each) => each.outcome === outcome);
  const known = all.filter((each) => each.known === true).length;
  if (known === 0) return '';
  return known === all.length ? ' (all known)' : ` (${known} known)`;
}

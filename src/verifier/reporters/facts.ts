import type { Report } from '../report/report.ts';
import { alike } from './alike.ts';
import { counted } from './text/words.ts';

/** What was judged: the base URL, and the workspace where it stands in the path. */
export function targetOf({ target }: Report): string {
  return [target.baseUrl, target.organization, target.workspace].filter((part) => part !== null).join('/');
}

/** How the run went, by name: what to repeat it with, and what it can not tell. */
export function factsOf({ level, senders, seed, selection }: Report): Readonly<Record<string, string>> {
  const { only, skip } = selection;
  const leftOut = [...(only.length > 0 ? [`everything but ${only.join(', ')}`] : []), ...skip];
  return {
    level,
    senders: senders.join(', '),
    ...(seed === null ? {} : { seed: `${seed} (--seed ${seed} repeats it)` }),
    ...(leftOut.length === 0 ? {} : { 'left out by --only/--skip': leftOut.join(', ') }),
  };
}

/** How long the run took, in seconds. */
export function durationOf({ summary }: Report): string {
  return `${(summary.durationMs / 1000).toFixed(1)} s`;
}

/** What came of the run in numbers, each in words. */
export function countsOf({ summary, probes, findings, stale, leftovers }: Report): readonly string[] {
  const kinds = alike(findings).length;
  const passed = probes.filter(({ outcome }) => outcome === 'passed').length;
  return [
    `${counted(summary.passed, 'case')} passed`,
    `${summary.failed} failed`,
    `${summary.notProvoked} not provoked`,
    ...(probes.length === 0 ? [] : [`${passed} of ${counted(probes.length, 'probe')} passed`]),
    `${counted(findings.length, 'finding')}${kinds < findings.length ? ` of ${counted(kinds, 'kind')}` : ''}`,
    counted(summary.notes, 'note'),
    ...(summary.known === 0 ? [] : [`${summary.known} known`]),
    ...(stale.length === 0 ? [] : [`${counted(stale.length, 'known finding')} gone`]),
    ...(leftovers.length === 0 ? [] : [`${counted(leftovers.length, 'record')} left behind`]),
  ];
}

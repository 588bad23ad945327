import { isContent } from '../report/outcomes.ts';
import type { CaseOutcome, ProbeOutcome, Report } from '../report/report.ts';
import { findingsFor } from './findings-for.ts';
import { counted } from './text/words.ts';

/** A reason why nothing is known of some cases and probes, and which those are, in words. */
export interface Reason {
  readonly reason: string;
  readonly cases: string;
}

/** Whatever has no finding to explain it. */
export interface Reasons {
  /** What failed because it was not sent. */
  readonly unsent: readonly Reason[];
  /** What was not provoked, and fails the run by that. */
  readonly missing: readonly Reason[];
  /** What was not provoked, as it may be. */
  readonly allowed: readonly Reason[];
}

/** What to do about cases that could not be provoked. */
export const ADVICE =
  'Put what is missing into a target file (--target FILE; `verify --help` shows one), or say in its "unreachable" why not.';

/** Tells what was not judged, by reason. */
export function reasonsOf(report: Report): Reasons {
  const unprovoked = report.outcomes.filter(({ outcome }) => outcome === 'not-provoked');
  const idle = report.probes.filter(({ outcome }) => outcome === 'not-provoked');
  const isDeclared = ({ declared }: ProbeOutcome): boolean => declared === true;
  const unsent = report.outcomes.filter((each) => each.outcome === 'failed' && findingsFor(report, each).length === 0);
  return {
    unsent: byReason(unsent.map(ofCase)),
    missing: byReason([
      ...unprovoked.filter((each) => !isContent(each)).map(ofCase),
      ...idle.filter((each) => !isDeclared(each)).map(ofProbe),
    ]),
    allowed: byReason([...unprovoked.filter(isContent).map(ofCase), ...idle.filter(isDeclared).map(ofProbe)]),
  };
}

interface Unjudged {
  readonly reason: string;
  readonly name: string;
  readonly place?: string;
}

function ofCase({ reason = '', scenario, variant, operationId }: CaseOutcome): Unjudged {
  return { reason, name: `${scenario} (${variant})`, place: operationId };
}

function ofProbe({ reason = '', probe }: ProbeOutcome): Unjudged {
  return { reason, name: `probe ${probe}` };
}

function byReason(unjudged: readonly Unjudged[]): readonly Reason[] {
  return [...Map.groupBy(unjudged, ({ reason }) => reason)].map(([reason, group]) => ({
    reason,
    cases: [...Map.groupBy(group, ({ name }) => name)].map(([name, each]) => name + whereOf(each)).join(', '),
  }));
}

function whereOf(group: readonly Unjudged[]): string {
  const [first, ...others] = new Set(group.flatMap(({ place }) => place ?? []));
  if (first === undefined) return '';
  return others.length === 0 ? ` on ${first}` : ` on ${counted(others.length + 1, 'operation')}`;
}

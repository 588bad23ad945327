import { isContent, isContentProbe } from '../report/outcomes.ts';
import type { CaseOutcome, ProbeOutcome, Report } from '../report/report.ts';
import { findingsFor } from './findings-for.ts';
import { counted } from './text/words.ts';

/** A reason why some cases and probes were not judged, and the list of them as text. */
export interface Reason {
  readonly reason: string;
  readonly cases: string;
}

/** The cases and probes whose outcome no finding explains, grouped by reason. */
export interface Reasons {
  /** Cases that failed because they were not sent. */
  readonly unsent: readonly Reason[];
  /** Cases and probes that had to be provoked and were not, which fails the run. */
  readonly missing: readonly Reason[];
  /** Cases and probes that did not have to be provoked. */
  readonly allowed: readonly Reason[];
}

/** Advice for cases that could not be provoked because the target file lacks something. */
const ADD =
  'Add what is missing to a target file (--target FILE; `verify --help` shows one), or list the scenario under "unreachable" with a reason.';

/** Advice for cases that could not be provoked although the target file lacks nothing. */
const FIX =
  'Nothing is missing from the target file. Fix what each reason describes, or list the scenario under "unreachable" with a reason.';

/** Returns advice for cases that could not be provoked. */
export function adviceFor({ missing }: Pick<Report, 'missing'>): string {
  return missing.length === 0 ? FIX : ADD;
}

/** Groups the cases and probes that were not judged by reason. */
export function reasonsOf(report: Report): Reasons {
  const unprovoked = report.outcomes.filter(({ outcome }) => outcome === 'not-provoked');
  const idle = report.probes.filter(({ outcome }) => outcome === 'not-provoked');
  const unsent = report.outcomes.filter((each) => each.outcome === 'failed' && findingsFor(report, each).length === 0);
  return {
    unsent: byReason(unsent.map(ofCase)),
    missing: byReason([
      ...unprovoked.filter((each) => !isContent(each)).map(ofCase),
      ...idle.filter((each) => !isContentProbe(each)).map(ofProbe),
    ]),
    allowed: byReason([...unprovoked.filter(isContent).map(ofCase), ...idle.filter(isContentProbe).map(ofProbe)]),
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

import type { CaseOutcome, Finding, ProbeOutcome, Report } from '../report/report.ts';
import { isFoundByProbe } from '../report/report.ts';

/** Returns the findings of a case that failed, then its known findings and its notes. Leaves out the findings of probes. */
export function findingsFor(
  report: Report,
  { operationId, scenario, variant, sender }: CaseOutcome,
): readonly Finding[] {
  return everythingFound(report).filter(
    (finding) =>
      finding.operationId === operationId &&
      finding.scenario === scenario &&
      finding.variant === variant &&
      finding.senders.includes(sender) &&
      !isFoundByProbe(finding),
  );
}

/** Returns the findings of a probe, in the same order. */
export function findingsForProbe(report: Report, { probe }: ProbeOutcome): readonly Finding[] {
  return everythingFound(report).filter(({ check }) => check === probe);
}

function everythingFound({ findings, known, notes }: Report): readonly Finding[] {
  return [...findings, ...known, ...notes];
}

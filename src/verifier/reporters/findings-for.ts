import type { CaseOutcome, Finding, ProbeOutcome, Report } from '../report/report.ts';
import { isFoundByProbe } from '../report/report.ts';

/** What explains that a case failed: its findings, then what is known of it, then notes. Probes tell of themselves, not of it. */
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

/** What a probe found, in the same order. */
export function findingsForProbe(report: Report, { probe }: ProbeOutcome): readonly Finding[] {
  return everythingFound(report).filter(({ check }) => check === probe);
}

function everythingFound({ findings, known, notes }: Report): readonly Finding[] {
  return [...findings, ...known, ...notes];
}

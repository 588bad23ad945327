import type { SarifFinding, SarifNotice } from '../../sarif/index.ts';
import { sarifText } from '../../sarif/index.ts';
import type { Finding, Report } from '../report/report.ts';
import { runProblemOf } from './facts.ts';
import { adviceFor, reasonsOf } from './reasons.ts';

/**
 * Returns the report as SARIF 2.1.0: a result for each finding (level error), note (level note) and known finding (suppressed, with
 * its reason), at the line of openapi.yaml that it violates. Whatever else fails the run is a notification.
 */
export function sarifReport(report: Report): string {
  const { findings, notes, known } = report;
  return sarifText(
    'verify',
    [
      ...findings.map((finding) => sarifFinding(finding)),
      ...notes.map((finding) => sarifFinding(finding)),
      ...known.map((finding) => ({ ...sarifFinding(finding), accepted: finding.reason })),
    ],
    noticesOf(report),
  );
}

function sarifFinding(finding: Finding): SarifFinding {
  const { check, operationId, scenario, variant, basis, senders, tests, message, contract } = finding;
  const { fingerprint, request, response, expected, received } = finding;
  return {
    check,
    operation: operationId,
    scenario,
    isNote: basis === 'ours',
    message,
    contract,
    fingerprint,
    request,
    ...(response === undefined ? {} : { response }),
    properties: { variant, basis, senders, tests, expected, received },
  };
}

function noticesOf(report: Report): readonly SarifNotice[] {
  const problem = runProblemOf(report);
  const { unsent, missing } = reasonsOf(report);
  return [
    ...(problem === undefined ? [] : [{ level: 'error' as const, text: `${problem.title}: ${problem.reason}` }]),
    ...unsent.map(({ reason, cases }) => ({ level: 'error' as const, text: `Not sent: ${cases} (${reason})` })),
    ...missing.map(({ reason, cases }) => ({
      level: 'warning' as const,
      text: `Not provoked: ${cases} (${reason}). ${adviceFor(report)}`,
    })),
    ...report.stale.map(({ fingerprint, message }) => ({
      level: 'warning' as const,
      text: `Known finding no longer occurs: ${fingerprint} ${message}. Remove it from the list of known findings.`,
    })),
  ];
}

import type { SarifFinding } from '../../sarif/index.ts';
import { sarifText } from '../../sarif/index.ts';
import type { TrafficFinding, TrafficReport } from '../../traffic/index.ts';

/** Returns what traffic shows as SARIF 2.1.0. What could not be read of a recording is a notification. */
export function trafficSarif({ findings, notes, sources }: TrafficReport): string {
  const problems = sources.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));
  return sarifText(
    'traffic',
    [...findings, ...notes].map(sarifFinding),
    problems.map((text) => ({ level: 'error', text })),
  );
}

function sarifFinding(finding: TrafficFinding): SarifFinding {
  const { check, operation, scenario, basis, message, contract, fingerprint, expected, received, example } = finding;
  const { count, firstSeen, lastSeen } = finding;
  const { method, url, headers, body } = example.request;
  return {
    check,
    operation,
    scenario,
    isNote: basis === 'ours',
    message,
    contract,
    fingerprint,
    request: { method, path: url, headers, ...(body === undefined ? {} : { body }) },
    response: example.response,
    properties: { basis, count, firstSeen, lastSeen, expected, received },
  };
}

import { contract, isScenarioName, parseJson } from '../contract/index.ts';
import { factsOf } from '../judge/index.ts';
import { credentialsIn, maskerOf } from '../masking/index.ts';
import type { AnswerBreach } from '../traffic/index.ts';
import type { Verdict } from './judge-received.ts';

/** The longest body to show, in characters. */
const LONGEST_BODY = 2000;

/** Returns what a failed assertion says: what is wrong, each finding with its clause of the contract, and the response. Hides keys. */
export function describeVerdict(what: string, { judged, findings }: Verdict): string {
  const { request, response } = judged.exchange;
  const text = [what, ...findings.map(describeFinding), describeResponse(response)].join('\n\n');
  const mask = maskerOf({ secrets: credentialsIn([request.headers, response.headers], request.path) });
  return mask(text);
}

function describeFinding(finding: AnswerBreach): string {
  const { check, message, contract: clause } = finding;
  const { field, expected, received } = factsOf(finding);
  const rows = {
    field,
    expected: expected && JSON.stringify(expected),
    received: received && JSON.stringify(received),
  };
  const lines = Object.entries({ ...rows, contract: clause }).flatMap(([name, value]) =>
    value === undefined || value === '{}' ? [] : [`  ${`${name}:`.padEnd(9)} ${value}`],
  );
  return [`${check}: ${message}`, ...lines].join('\n');
}

function describeResponse({ status, headers, body }: { status: number; headers: object; body: string }): string {
  const json = parseJson(body);
  const text = json === undefined ? body : JSON.stringify(json, null, 2);
  const cut = text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}…` : text;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return ['The response:', ...[String(status), ...lines, '', ...cut.split('\n')].map((line) => `  ${line}`.trimEnd())]
    .join('\n')
    .trimEnd();
}

/** Names what a response is of: the operation, if it is known. */
export function subjectOf({ judged, isKnown }: Verdict): string {
  return isKnown ? judged.operation : 'the response';
}

/** Names the failure or success that a response is. */
export function nameOf(verdict: Verdict): string {
  const { scenario, exchange } = verdict.judged;
  const what = `${exchange.response.status}${scenario === undefined ? '' : ` ${scenario}`}`;
  return verdict.isKnown ? `${subjectOf(verdict)} returned ${what}` : `${subjectOf(verdict)} is ${what}`;
}

/** Names a failure with its status and code: `409 UNIQUE_CONSTRAINT_VIOLATION (uniqueConstraintViolation)`. */
export function failureText(scenario: string): string {
  if (!isScenarioName(scenario)) return scenario;
  const { status, code } = contract.scenarios[scenario];
  return `${status} ${code} (${scenario})`;
}

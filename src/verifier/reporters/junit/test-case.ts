import type { KnownFinding } from '../../../judge/index.ts';
import { isContent } from '../../report/outcomes.ts';
import type { CaseOutcome, Finding, ProbeOutcome, Report } from '../../report/report.ts';
import { isFoundByProbe } from '../../report/report.ts';
import { runProblemOf } from '../facts.ts';
import { requestText, responseText } from '../text/exchange-text.ts';
import { findingsFor, findingsForProbe } from '../findings-for.ts';
import type { Remark } from '../remarks.ts';
import { shortened } from '../text/visible.ts';
import type { XmlElement } from './xml.ts';
import { element } from './xml.ts';

const LONGEST_BODY = 5000;
const LONGEST_MESSAGE = 1000;

/** Returns one variant for one sender as a test case. */
export function caseElement(report: Report, outcome: CaseOutcome): XmlElement {
  const { operationId, scenario, variant, sender } = outcome;
  const name = { classname: `${sender}.${operationId}`, name: `${scenario} ${variant}` };
  if (outcome.outcome === 'passed') return element('testcase', name);
  const found = outcome.outcome === 'failed' ? findingsFor(report, outcome) : [];
  return element('testcase', name, [isContent(outcome) ? skipped(report, outcome, found) : failure(outcome, found)]);
}

/** Returns one probe as a test case. */
export function probeElement(report: Report, outcome: ProbeOutcome): XmlElement {
  const name = { classname: 'probes', name: outcome.probe };
  if (outcome.outcome === 'passed') return element('testcase', name);
  const found = outcome.outcome === 'failed' ? findingsForProbe(report, outcome) : [];
  const mayPass = outcome.outcome === 'failed' ? outcome.known === true : outcome.declared === true;
  return element('testcase', name, [mayPass ? skipped(report, outcome, found) : failure(outcome, found)]);
}

/** Returns a known finding that no longer occurs as a test case that fails. */
export function staleElement({ fingerprint, message: pattern, reason }: KnownFinding): XmlElement {
  const name = { classname: 'known', name: `${fingerprint} ${pattern}` };
  const message = 'no longer occurs: remove it from the list of known findings';
  return element('testcase', name, [element('failure', { message, type: 'stale' }, `Reason in the list: ${reason}`)]);
}

/** Returns a list of remarks as test cases that are skipped, because they neither pass nor fail. */
export function remarkElements({ id, title, lines }: Remark): readonly XmlElement[] {
  return lines.map((line) =>
    element('testcase', { classname: `remarks.${id}`, name: shortened(line, LONGEST_MESSAGE) }, [
      element('skipped', { message: title }),
    ]),
  );
}

/** Returns a test case with an error if the run was stopped, or judged nothing. */
export function problemElements(report: Report): readonly XmlElement[] {
  const problem = runProblemOf(report);
  if (problem === undefined) return [];
  const { title: message, type, reason } = problem;
  const error = element('error', { message, type }, reason);
  return [element('testcase', { classname: 'run', name: 'complete' }, [error])];
}

function skipped(
  { known }: Report,
  { reason = '' }: { readonly reason?: string },
  found: readonly Finding[],
): XmlElement {
  const reasons = known.filter((each) => found.includes(each)).map((each) => each.reason);
  const message = found.length === 0 ? reason : `known: ${[...new Set(reasons)].join('; ')}`;
  return element('skipped', { message: shortened(message, LONGEST_MESSAGE) });
}

function failure({ reason = '' }: { readonly reason?: string }, found: readonly Finding[]): XmlElement {
  const message = shortened(reason, LONGEST_MESSAGE);
  const type = found[0]?.check ?? 'not-provoked';
  return element('failure', { message, type }, found.map(describe).join('\n\n\n') || message);
}

function describe(finding: Finding): string {
  const { check, operationId, scenario, variant, message, contract, request, response, curl } = finding;
  return [
    // A probe may have findings for many cases.
    ...(isFoundByProbe(finding) ? [`${operationId} ${scenario} (${variant})`] : []),
    `${check}: ${shortened(message, LONGEST_MESSAGE)}`,
    `Contract: ${contract}`,
    `Sent: ${requestText(request, LONGEST_BODY)}`,
    `Received: ${response === undefined ? 'no response' : responseText(response, LONGEST_BODY)}`,
    `Repeat: ${curl}`,
  ].join('\n\n');
}

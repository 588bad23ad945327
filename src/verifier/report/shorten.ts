import { isObject } from '../../contract/index.ts';
import { cut } from '../../judge/index.ts';
import type { Finding, Report } from './report.ts';

/** The maximum number of characters of a response body in a report. */
const LONGEST_BODY = 4 * 1024;

/** The maximum total length of the response bodies in a report, as JSON. Later bodies are cut to `SHORTER_BODY` characters. */
const ALL_BODIES = 1024 * 1024;
const SHORTER_BODY = 512;

/** The maximum number of characters of any other text that may come from the target, and of items in a list. */
const LONGEST_TEXT = 2000;
const MOST_ITEMS = 200;

/**
 * Shortens every text of a report that a target determines, so that a server that returns huge responses cannot make the report
 * too large to open. Requests are the verifier's own and stay whole.
 */
export function shortenReport(report: Report): Report {
  let bodies = 0;
  const shorten = <Each extends Finding>(finding: Each): Each => {
    const response = bodies > ALL_BODIES ? shortResponse(finding, SHORTER_BODY) : shortResponse(finding, LONGEST_BODY);
    bodies += JSON.stringify(response?.body ?? '').length;
    const { received } = finding;
    return {
      ...finding,
      message: shortText(finding.message),
      ...(received === undefined ? {} : { received: shortFacts(received) }),
      ...(response === undefined ? {} : { response }),
    };
  };
  const shortReason = <Each extends { readonly reason?: string; readonly unproven?: string }>(outcome: Each): Each => ({
    ...outcome,
    ...(outcome.reason === undefined ? {} : { reason: shortText(outcome.reason) }),
    ...(outcome.unproven === undefined ? {} : { unproven: shortText(outcome.unproven) }),
  });
  return {
    ...report,
    outcomes: report.outcomes.map(shortReason),
    probes: report.probes.map(shortReason),
    constraints: report.constraints && {
      ...report.constraints,
      rules: report.constraints.rules.map(shortReason),
    },
    findings: report.findings.map(shorten),
    notes: report.notes.map(shorten),
    known: report.known.map(shorten),
  };
}

function shortResponse({ response }: Finding, longest: number): Finding['response'] {
  if (response === undefined) return undefined;
  const { body, bodySize = Buffer.byteLength(body) } = response;
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, shortText(value)]));
  return body.length <= longest
    ? { ...response, headers }
    : { ...response, headers, body: cut(body, longest), bodySize };
}

function shortText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const kept = cut(text, LONGEST_TEXT);
  return `${kept}… (${text.length - kept.length} more characters)`;
}

function shortFacts(facts: NonNullable<Finding['received']>): NonNullable<Finding['received']> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, shortValue(fact)]));
}

function shortValue(value: unknown): unknown {
  if (typeof value === 'string') return shortText(value);
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(shortValue);
  if (!isObject(value)) return value;
  const members = Object.entries(value).slice(0, MOST_ITEMS);
  return Object.fromEntries(members.map(([name, each]) => [name, shortValue(each)]));
}

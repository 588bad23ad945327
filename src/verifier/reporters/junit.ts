import type { Report } from '../report/report.ts';
import { caseElement, probeElement, problemElements, remarkElements, staleElement } from './junit/test-case.ts';
import { remarksOf } from './remarks.ts';
import type { XmlElement } from './junit/xml.ts';
import { element, xmlDocument } from './junit/xml.ts';

/**
 * Returns the report as JUnit XML, for CI servers: a test suite for each operation and sender, a test case for each variant, and
 * one suite for the probes. It has failures only if the run fails. Known failures, and cases that do not have to be provoked,
 * are skipped tests.
 */
export function junitReport(report: Report): string {
  const { outcomes, probes, stale, summary } = report;
  const cases = Map.groupBy(outcomes, ({ operationId, sender }) => `${operationId} by ${sender}`);
  const suites = [
    ...[...cases].map(([name, group]) => [name, group.map((outcome) => caseElement(report, outcome))] as const),
    ['probes', probes.map((outcome) => probeElement(report, outcome))] as const,
    ['known findings that no longer occur', stale.map(staleElement)] as const,
    ['remarks', remarksOf(report).flatMap(remarkElements)] as const,
    ['the run', problemElements(report)] as const,
  ].filter(([, tests]) => tests.length > 0);
  // Jenkins' schema has `skipped` only for a suite.
  const { skipped: _skipped, ...counts } = countsOf(suites.flatMap(([, tests]) => tests));
  const attributes = {
    name: 'Workspace API error contract',
    ...counts,
    time: (summary.durationMs / 1000).toFixed(3),
  };
  return xmlDocument(
    element(
      'testsuites',
      attributes,
      suites.map(([name, tests]) => element('testsuite', { name, ...countsOf(tests) }, tests)),
    ),
  );
}

function countsOf(tests: readonly XmlElement[]) {
  const having = (name: string): number =>
    tests.filter(({ content }) => typeof content !== 'string' && content.some((child) => child.name === name)).length;
  return { tests: tests.length, failures: having('failure'), skipped: having('skipped'), errors: having('error') };
}

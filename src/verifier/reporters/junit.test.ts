import { describe, expect, it } from '@jest/globals';

import type { Report } from '../report/report.ts';
import { junitReport } from './junit.ts';
import { junitErrors } from '../testing/junit-errors.ts';
import { findingWith, outcomeWith, reportWith } from './testing/report.ts';

/** Writes a report, and compares it with the schema. */
function written(parts: Partial<Report>): string {
  const xml = junitReport(reportWith(parts));
  expect(junitErrors(xml)).toEqual([]);
  return xml;
}

describe('the JUnit report', () => {
  it('has a suite for each operation and sender, and a case for each variant', () => {
    const xml = written({
      senders: ['http', 'dredd'],
      outcomes: [
        outcomeWith(),
        outcomeWith({ variant: 'zero' }),
        outcomeWith({ sender: 'dredd' }),
        outcomeWith({ operationId: 'deleteRecord' }),
      ],
      probes: [{ probe: 'head', outcome: 'passed' }],
    });
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Workspace API error contract" tests="5" failures="0" errors="0" time="1.234">
  <testsuite name="getRecord by http" tests="2" failures="0" skipped="0" errors="0">
    <testcase classname="http.getRecord" name="recordNotFound unknownId"/>
    <testcase classname="http.getRecord" name="recordNotFound zero"/>
  </testsuite>
  <testsuite name="getRecord by dredd" tests="1" failures="0" skipped="0" errors="0">
    <testcase classname="dredd.getRecord" name="recordNotFound unknownId"/>
  </testsuite>
  <testsuite name="deleteRecord by http" tests="1" failures="0" skipped="0" errors="0">
    <testcase classname="http.deleteRecord" name="recordNotFound unknownId"/>
  </testsuite>
  <testsuite name="probes" tests="1" failures="0" skipped="0" errors="0">
    <testcase classname="probes" name="head"/>
  </testsuite>
</testsuites>
`);
  });

  it('reports what a failure found, sent, received and expected, and how to repeat it', () => {
    const xml = written({
      outcomes: [outcomeWith({ outcome: 'failed', reason: 'wrong <message>' })],
      findings: [findingWith()],
    });
    expect(xml).toContain('<failure message="wrong &lt;message&gt;" type="message">message: the message is "No record');
    for (const text of [
      'Contract: getRecord, recordNotFound',
      'Sent: GET /acme',
      'Received: 404 Not Found\n',
      'Repeat: curl',
    ])
      expect(xml).toContain(text);
  });

  it('reports everything that a probe found, and where', () => {
    const xml = written({
      probes: [{ probe: 'no-trace', outcome: 'failed', reason: 'two' }],
      findings: [findingWith({ check: 'no-trace' }), findingWith({ check: 'no-trace', operationId: 'deleteRecord' })],
    });
    expect(xml).toMatch(/type="no-trace">getRecord recordNotFound \(unknownId\)[^]*deleteRecord recordNotFound/);
  });

  it.each([
    ['a case that was not provoked', { outcomes: [outcomeWith({ outcome: 'not-provoked', reason: 'no key' })] }],
    ['a case that was not sent', { outcomes: [outcomeWith({ outcome: 'failed', reason: 'no key' })] }],
    [
      'a probe that was not provoked',
      { probes: [{ probe: 'head', outcome: 'not-provoked', reason: 'no key' } as const] },
    ],
  ])('has a failure for %s', (_what, parts) => {
    expect(written(parts)).toContain('<failure message="no key" type="not-provoked">no key</failure>');
  });

  it('has a failure for a known finding that no longer occurs', () => {
    const stale = [{ fingerprint: 'leak:getRecord.internalError.fault', message: 'a stack', reason: 'ticket 7' }];
    expect(written({ stale })).toMatch(
      /failures="1"[^]*"leak:getRecord.internalError.fault a stack"[^]*Reason in the list: ticket 7/,
    );
  });

  it('skips known failures, and what does not have to be provoked', () => {
    const xml = written({
      outcomes: [
        outcomeWith({ outcome: 'failed', reason: 'wrong', known: true }),
        outcomeWith({ outcome: 'not-provoked', reason: 'no faults', declared: true }),
      ],
      probes: [{ probe: 'head', outcome: 'not-provoked', reason: 'the target stores nothing', declared: true }],
      known: [{ ...findingWith(), reason: 'ticket 12' }],
    });
    expect([...xml.matchAll(/<skipped message="([^"]*)"/g)].map(([, message]) => message)).toEqual([
      'known: ticket 12',
      'no faults',
      'the target stores nothing',
    ]);
    expect(xml).toContain('tests="2" failures="0" skipped="2"');
    expect(xml).toContain('tests="1" failures="0" skipped="1"');
  });

  it('is valid XML whatever a target returns', () => {
    const hostile = ']]></failure><x y="\u0000\u001b\ud800\uffff\r&nbsp;\'\n\t';
    const xml = written({
      outcomes: [outcomeWith({ outcome: 'failed', reason: hostile, variant: hostile })],
      findings: [findingWith({ variant: hostile, response: { status: 404, headers: {}, body: hostile } })],
    });
    // Section 2.2 of XML 1.0: the characters that a document may contain.
    expect(xml).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    expect(xml.match(/<x|<\/failure>|&nbsp;/g)).toEqual(['</failure>']);
    expect(xml).toContain(
      'name="recordNotFound ]]&gt;&lt;/failure&gt;&lt;x y=&quot;\\u0000\\u001b\\ud800\\uffff\\r&amp;nbsp;',
    );
    expect(xml).toContain('\'&#10;&#9;"');
  });

  it.each([
    ['was stopped', { stopped: { by: 'unavailable', reason: 'no route' } as const }, 'type="unavailable">no route<'],
    ['judged nothing', { summary: { ...reportWith().summary, ok: false } }, 'type="nothing-judged">No case was sent'],
  ])('has an error for a run that %s', (_what, parts, text) => {
    const xml = written(parts);
    expect(xml).toContain(text);
    expect(xml).toContain('tests="1" failures="0" errors="1"');
  });

  it.each([
    ...Array.from({ length: 0xa0 }, (_each, code) => String.fromCodePoint(code)),
    '\u2028',
    '\ud800',
    '\udc00',
    '\udc00\ud800',
    '\ufffe',
    '\uffff',
    '\u{10ffff}',
    ']]>',
    '<![CDATA[',
    '<!-- -->',
    '<?xml?>',
    '&#0;',
    '&unknown;',
  ])('matches the schema with %j in every text', (hostile) => {
    const finding = findingWith({
      variant: hostile,
      message: hostile,
      contract: hostile,
      curl: hostile,
      request: { method: 'GET', path: hostile, headers: { 'x-header': hostile }, body: hostile },
      response: { status: 404, headers: { 'x-header': hostile }, body: hostile },
    });
    const known = { ...findingWith({ variant: 'known' }), reason: hostile };
    const xml = written({
      outcomes: [
        outcomeWith({ outcome: 'failed', reason: hostile, variant: hostile }),
        outcomeWith({ outcome: 'failed', reason: hostile, variant: 'known', known: true }),
        outcomeWith({ outcome: 'not-provoked', reason: hostile, declared: true }),
      ],
      probes: [{ probe: 'head', outcome: 'failed', reason: hostile }],
      findings: [finding],
      known: [known],
      stale: [{ fingerprint: hostile, message: hostile, reason: hostile }],
      hints: [hostile],
      stopped: { by: 'unavailable', reason: hostile },
    });
    expect(xml.match(/<testcase /g)).toHaveLength(7);
  });
});

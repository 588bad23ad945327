import { describe, expect, it } from '@jest/globals';

import type { Report } from '../../report/report.ts';
import { findingWith, outcomeWith, reportWith } from '../testing/report.ts';
import { githubSummary } from './summary.ts';

const written = (parts: Partial<Report>): string => githubSummary(reportWith(parts));

describe('the step summary', () => {
  it('has the verdict and the counts, the matrix and the probes', () => {
    const markdown = written({
      senders: ['http', 'dredd'],
      outcomes: [outcomeWith(), outcomeWith({ sender: 'dredd', outcome: 'failed' })],
      probes: [{ probe: 'head', outcome: 'passed' }],
    });
    expect(markdown).toMatch(/^## ✅ Passed: /);
    expect(markdown).toContain('**1 case passed, 1 failed, 0 not provoked, 1 of 1 probe passed, 0 findings, 0 notes**');
    expect(markdown).toMatch(/^\| recordNotFound \| {2}\| {2}\| ✓❌ \| ·· \| ·· \|/m);
    expect(markdown).toContain('**Probes:** ✓ head');
  });

  it('folds each kind of finding, with its difference, exchange and curl command', () => {
    const markdown = written({ findings: [findingWith(), findingWith({ operationId: 'deleteRecord' })] });
    expect(markdown.match(/<details>/g)).toHaveLength(1);
    expect(markdown).toContain('<details><summary><b>message</b> recordNotFound, 2 cases: ');
    expect(markdown).toContain(
      '- received  404 NOT_FOUND "No record: 42"\n+ expected  404 NOT_FOUND "Record not found: 42"',
    );
    expect(markdown).toContain('```http\nGET /acme-corp/sales/Customer/42\n');
    expect(markdown).toContain('```http\n404 Not Found\n');
    expect(markdown).toContain('```sh\ncurl ');
    expect(markdown).toContain('Also: deleteRecord');
  });

  it('lists what was not judged, notes, known findings and leftover records', () => {
    const markdown = written({
      outcomes: [outcomeWith({ outcome: 'not-provoked', reason: 'no key' })],
      notes: [findingWith({ basis: 'ours', message: 'a note' })],
      known: [{ ...findingWith(), reason: 'ticket 12' }],
      stale: [{ fingerprint: 'leak:getRecord.internalError.fault', message: 'a stack', reason: 'ticket 7' }],
      leftovers: [{ collection: 'Customer', record: '17', reason: 'returned 500' }],
    });
    for (const line of [
      'no key: recordNotFound &#40;unknownId&#41; on getRecord',
      '**message** a note ',
      ': ticket 12',
      ': ticket 7',
      'Customer&#47;17&#58; returned 500',
    ])
      expect(markdown).toContain(line);
  });

  it('shows a response as plain text, never as Markdown or HTML', () => {
    const hostile = '</details>\n```\n# x\n<img src=x> | [a](http://evil.example) **b** ````';
    const markdown = written({
      findings: [findingWith({ message: hostile, response: { status: 404, headers: {}, body: hostile } })],
      outcomes: [outcomeWith({ outcome: 'not-provoked', reason: hostile })],
    });
    // A fence that is longer than any in the response can contain it verbatim.
    const [, fenced = ''] = /`````http\n(404 Not Found[^]*?)\n`````\n/.exec(markdown) ?? [];
    expect(fenced).toContain(hostile);
    expect(markdown.replace(fenced, '')).not.toMatch(/<img|^# x|\[a\]|\*\*b/m);
  });

  it('stays below the size limit of GitHub', () => {
    const body = 'é'.repeat(2000);
    const findings = Array.from({ length: 2000 }, (_, index) =>
      findingWith({ message: `wrong ${index}`, response: { status: 200, headers: {}, body } }),
    );
    const markdown = written({ findings, notes: findings });
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
    expect(markdown).toMatch(/… and \d+ more blocks\. The reports of --html and --json contain them all\./);
  });
});

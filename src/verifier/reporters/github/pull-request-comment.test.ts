import { describe, expect, it } from '@jest/globals';

import { CoverageCounter } from '../../../coverage/index.ts';
import type { Report } from '../../report/report.ts';
import { findingWith, outcomeWith, reportWith } from '../testing/report.ts';
import { COMMENT_MARK, pullRequestComment } from './pull-request-comment.ts';

function coverageOf(...judged: readonly ('badRequest' | 'validationError')[]) {
  const counter = new CoverageCounter();
  for (const scenario of judged) counter.count('createRecord', scenario, true);
  return counter.coverage();
}

const now: Partial<Report> = { outcomes: [outcomeWith()], coverage: coverageOf('badRequest') };

describe('the comment', () => {
  it('has a hidden mark, the verdict, the counts and the coverage', () => {
    const [mark, , heading, , counts, , , , coverage, ...others] = pullRequestComment(reportWith(now)).split('\n');
    expect([mark, heading]).toEqual([COMMENT_MARK, '## ✅ Error contract: passed']);
    expect(counts).toBe('**1 case passed, 0 failed, 0 not provoked, 0 findings, 0 notes**');
    expect(coverage).toBe('**Failure coverage:** 1 of 71 failures judged');
    expect(others).toEqual(['']);
  });

  it.each([
    [coverageOf('badRequest'), ['1 of 71 failures judged, as in the base']],
    [
      coverageOf(),
      ['1 of 71 failures judged (0 in the base)', 'Judged for the first time: createRecord&#46;badRequest'],
    ],
    [
      coverageOf('validationError'),
      [
        '(1 in the base)',
        'No longer judged: createRecord&#46;validationError',
        'first time: createRecord&#46;badRequest',
      ],
    ],
  ])('says how the coverage changed', (base, expected) => {
    const comment = pullRequestComment(reportWith(now), base);
    for (const text of expected) expect(comment).toContain(text);
  });

  it('compares no coverage of a run that was stopped', () => {
    const stopped = { by: 'unavailable', reason: 'no route' } as const;
    const comment = pullRequestComment(reportWith({ ...now, stopped }), coverageOf('validationError'));
    expect(comment).toContain('Error contract: stopped');
    expect(comment).toContain('no route');
    expect(comment).not.toContain('coverage');
  });

  it('folds each kind of finding, and lists what else fails the run', () => {
    const comment = pullRequestComment(
      reportWith({
        findings: [findingWith(), findingWith({ operationId: 'deleteRecord' })],
        known: [{ ...findingWith(), reason: 'ticket 12' }],
        outcomes: [outcomeWith({ outcome: 'not-provoked', reason: 'no key' })],
      }),
    );
    expect(comment).toContain('<details><summary><b>message</b> recordNotFound, 2 cases: ');
    expect(comment).toContain('Not provoked (fails the run)');
    expect(comment).toContain('ticket 12');
  });

  it('neither mentions users nor links issues', () => {
    const comment = pullRequestComment(reportWith({ findings: [findingWith({ message: 'ask @octocat about #1' })] }));
    expect(comment).toContain('ask &#64;&#8203;octocat about &#35;&#8203;1');
  });

  it('has at most 65,536 characters, whatever the server returns', () => {
    const long = '&@#'.repeat(20_000);
    const findings = Array.from({ length: 300 }, (_, index) =>
      findingWith({ message: `${index}${long}`, response: { status: 500, headers: { [long]: long }, body: long } }),
    );
    const outcomes = findings.map(({ message }) => outcomeWith({ outcome: 'not-provoked', reason: message }));
    const notes = findings.map((each) => ({ ...each, basis: 'ours' as const }));
    const comment = pullRequestComment(
      reportWith({
        findings,
        notes,
        outcomes,
        coverage: coverageOf(),
        target: { baseUrl: long, organization: null, workspace: null },
      }),
      coverageOf('badRequest'),
    );
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toContain('more blocks. The reports of --html and --json contain them all.');
    expect(comment).toContain('No longer judged: createRecord&#46;badRequest');
  });
});

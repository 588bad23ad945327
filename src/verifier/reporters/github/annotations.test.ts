import { describe, expect, it } from '@jest/globals';

import type { Report } from '../../report/report.ts';
import { findingWith, outcomeWith, reportWith } from '../testing/report.ts';
import { githubAnnotations } from './annotations.ts';

/** Returns the annotations of a run that fails if it has findings. */
function linesOf(parts: Partial<Report>, ok = (parts.findings ?? []).length === 0): readonly string[] {
  const report = reportWith({ outcomes: [outcomeWith()], ...parts });
  return githubAnnotations({ ...report, summary: { ...report.summary, ok } })
    .split('\n')
    .slice(0, -1);
}

/** Returns findings of that many different kinds. */
const kinds = (count: number) =>
  Array.from({ length: count }, (_, index) => findingWith({ message: `wrong ${index}` }));

describe('the annotations', () => {
  it('are empty if nothing is wrong', () => {
    expect(githubAnnotations(reportWith({ outcomes: [outcomeWith()] }))).toBe('');
  });

  it('are one error for each kind of finding, in the order of the contract', () => {
    const lines = linesOf({
      findings: [
        findingWith({ operationId: 'deleteRecord', check: 'status', message: 'returned 200' }),
        findingWith({ operationId: 'deleteRecord' }),
        findingWith(),
      ],
    });
    expect(lines.map((line) => line.split('::')[1])).toEqual([
      'error title=message%3A getRecord recordNotFound (unknownId) and 1 more',
      'error title=status%3A deleteRecord recordNotFound (unknownId)',
    ]);
    expect(lines[0]).toMatch(/%0AContract: getRecord.*%0ARepeat: curl .*%0AAlso: deleteRecord$/);
  });

  it('are a warning for each kind of finding if none of them fails the run', () => {
    const lines = linesOf({ findings: kinds(2), notes: [findingWith({ basis: 'ours', message: 'a note' })] }, true);
    expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual(['warning', 'warning', 'warning']);
  });

  it('include an error for everything else that fails the run', () => {
    const lines = linesOf({
      outcomes: [
        outcomeWith({ outcome: 'failed', reason: 'dredd did not send it' }),
        outcomeWith({ outcome: 'not-provoked', reason: 'no key' }),
        outcomeWith({ outcome: 'not-provoked', reason: 'no faults', declared: true }),
      ],
      stale: [{ fingerprint: 'leak:getRecord.internalError.fault', message: 'a stack', reason: 'ticket 7' }],
    });
    expect(lines.map((line) => line.split('::')[1])).toEqual([
      'error title=Failed without a response to judge%3A dredd did not send it',
      'error title=Not provoked%3A no key',
      'error title=Known finding no longer occurs%3A leak%3AgetRecord.internalError.fault',
    ]);
  });

  it('include a warning for each kind of note, and for each leftover record', () => {
    const lines = linesOf({
      notes: [findingWith({ basis: 'ours' }), findingWith({ basis: 'ours', variant: 'zero' })],
      leftovers: [{ collection: '/Customer', record: '17', reason: 'returned 500' }],
    });
    expect(lines.map((line) => line.split('::')[1])).toEqual([
      'warning title=message%3A getRecord recordNotFound (unknownId) and 1 more',
      'warning title=Leftover record%3A /Customer/17',
    ]);
  });

  it('contain at most ten errors, the last of which counts the rest', () => {
    expect(linesOf({ findings: kinds(10) })).toHaveLength(10);
    expect(linesOf({ findings: kinds(10) }).at(-1)).toContain('::wrong 9');
    expect(linesOf({ findings: kinds(13) })).toHaveLength(10);
    expect(linesOf({ findings: kinds(13) }).at(-1)).toMatch(/^::error title=4 more errors::/);
  });

  it('keep a hostile response on one line', () => {
    const message = '50% a,b:c\r\n::stop-commands::x';
    const [line, ...others] = linesOf({ findings: [findingWith({ message, variant: message })] });
    expect(others).toEqual([]);
    expect(line).toContain('(50%25 a%2Cb%3Ac\\r%0A%3A%3Astop-commands%3A%3Ax)::50%25 a,b:c\\r%0A::stop-commands::x%0A');
  });
});

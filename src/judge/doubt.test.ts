import { describe, expect, it } from '@jest/globals';

import { doubtAbout } from './doubt.ts';
import type { SentCase } from './exchange.ts';
import { judgedFailure } from './testing/judged.ts';

const tests = { entity: 'Ticket', column: 'age', constraint: 'POSITIVE', rule: 'POSITIVE' };
const detail = { field: 'age', message: 'must be greater than 0', basis: 'ours', others: [] } as const;

/** Returns a refused value that breaks a rule of `age`, and perhaps others, with the details of the response. */
function sent(details: readonly object[], others: readonly string[] = []): SentCase {
  const { planned, response } = judgedFailure('validationError', {
    error: { code: 'VALIDATION_ERROR', message: '', details },
  });
  const { error } = planned.expected;
  if (error === undefined) throw new Error('a failure has an error');
  const expected = { ...planned.expected, error: { ...error, detail: { ...detail, others } } };
  return { planned: { ...planned, tests, expected }, exchange: { request: planned.request, response } };
}

const note = { basis: 'ours', message: 'returned 204, not 400', expected: {} } as const;

describe('doubtAbout', () => {
  it.each([
    [[{ field: 'age', message: detail.message }], []],
    [[{ field: 'age', message: 'other words' }], []],
    [[{ field: 'age', message: detail.message }], ['must be at least 2']],
  ])('has none about %j for a value that also breaks %j', (details, others) => {
    expect(doubtAbout(sent(details, others), [])).toBeUndefined();
    expect(doubtAbout(sent(details, others), [{ ...note, check: 'request-id' }])).toBeUndefined();
  });

  it('has one if the server names only another rule', () => {
    const details = [{ field: 'age', message: 'must be at least 2' }];
    expect(doubtAbout(sent(details, ['must be at least 2']), [])).toMatch(/names only that one$/);
  });

  it('has one if the details name another column', () => {
    expect(doubtAbout(sent([{ field: 'x', message: detail.message }]), [])).toMatch(/do not name the column$/);
  });

  it('has one about a rule that only this project added, if the server does not obey it', () => {
    const obeyed = sent([{ field: 'age', message: detail.message }]);
    expect(doubtAbout(obeyed, [{ ...note, check: 'status' }])).toBe('returned 204, not 400');
  });

  it('has none about a case that tests no rule', () => {
    const { planned, exchange } = sent([]);
    const { tests: _tests, ...others } = planned;
    expect(doubtAbout({ planned: others, exchange }, [{ ...note, check: 'status' }])).toBeUndefined();
  });
});

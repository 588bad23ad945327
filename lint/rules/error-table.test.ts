import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'error-table';
const row = '{ status: 409, code: ON_LOAN, description: The book is on loan }';

describe(rule, () => {
  it('accepts a table of pairs', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it.each<[string, Change]>([
    ['no table', ['x-error-table:', 'x-other-table:']],
    ['an empty table', ['x-error-table:', 'x-error-table: []\nx-other-table:']],
  ])('rejects %s', async (_what, change) => {
    expect(await problemsOf(rule, sampleDocument(change))).toEqual([
      '#/ `x-error-table` is missing or empty. List each { status, code, description } of the API.',
    ]);
  });

  it.each([
    ['a status of success', '{ status: 200, code: ON_LOAN, description: The book is on loan }'],
    ['a status above 599', '{ status: 600, code: ON_LOAN, description: The book is on loan }'],
    ['a range of statuses', '{ status: 4XX, code: ON_LOAN, description: The book is on loan }'],
    ['a code in another case', '{ status: 409, code: onLoan, description: The book is on loan }'],
    ['no description', '{ status: 409, code: ON_LOAN }'],
  ])('rejects a row with %s', async (_what, wrong) => {
    expect(await problemsOf(rule, sampleDocument([row, wrong]))).toEqual([
      '#/x-error-table/2 A row must have a status from 400 to 599, a code in UPPER_SNAKE_CASE and a description.',
    ]);
  });

  it.each([400, 599])('accepts the status %d', async (status) => {
    expect(await problemsOf(rule, sampleDocument([row, row.replace('409', String(status))]))).toEqual([]);
  });

  it('rejects a duplicate pair', async () => {
    expect(await problemsOf(rule, sampleDocument([row, `${row}\n  - ${row}`]))).toEqual([
      '#/x-error-table/3 409 ON_LOAN is already in the table. Remove one of the two rows.',
    ]);
  });
});

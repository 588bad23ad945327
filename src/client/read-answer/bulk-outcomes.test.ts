import { describe, expect, it } from '@jest/globals';

import { bulkOutcomes, createClient, fieldErrors } from '../index.ts';

const ITEMS = [{ name: 'Jane' }, { name: '' }, { name: 'Joe' }];
const INVALID = {
  code: 'VALIDATION_ERROR',
  message: 'Validation failed: 1 error(s)',
  details: [{ field: 'name', message: 'must not be blank' }],
};
const GONE = { code: 'NOT_FOUND', message: 'Record not found: 7', traceId: 'an additional member' };

function create(answer: object) {
  const fetch = () => Promise.resolve(Response.json(answer));
  return createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch }).bulkCreateRecords({
    entityName: 'Customer',
    body: ITEMS,
  });
}

describe('bulkOutcomes', () => {
  it('returns the outcome of each item, in the order of the batch', async () => {
    const errors = [
      { index: 2, error: GONE },
      { index: 1, error: INVALID },
    ];
    const result = await create({ succeeded: 1, failed: 2, errors });
    if (!result.ok) throw result.error;
    const outcomes = bulkOutcomes(ITEMS, result.data);
    expect(outcomes).toMatchObject([
      { ok: true, index: 0, item: { name: 'Jane' } },
      { ok: false, index: 1, item: { name: '' }, error: { code: 'VALIDATION_ERROR', scenario: 'validationError' } },
      { ok: false, index: 2, item: { name: 'Joe' }, error: { code: 'NOT_FOUND', scenario: 'recordNotFound' } },
    ]);
    const [, invalid] = outcomes;
    if (invalid === undefined || invalid.ok) throw new Error('expected a failure');
    expect(fieldErrors(invalid.error).name).toEqual(['must not be blank']);
  });

  it('contains no failure if all items succeeded', async () => {
    const result = await create({ succeeded: 3, failed: 0 });
    if (!result.ok) throw result.error;
    expect(bulkOutcomes(ITEMS, result.data).map(({ ok }) => ok)).toEqual([true, true, true]);
  });
});

describe('a bulk response is unexpected', () => {
  const item = (index: number, error: object = GONE) => ({ index, error });

  it.each([
    ['with fewer items than the batch', { succeeded: 2, failed: 0 }],
    ['with more failures than errors', { succeeded: 1, failed: 2, errors: [item(1)] }],
    ['with failures and no errors', { succeeded: 2, failed: 1 }],
    ['with errors and no failures', { succeeded: 3, failed: 0, errors: [item(1)] }],
    ['with one item twice', { succeeded: 1, failed: 2, errors: [item(1), item(1)] }],
    ['with one item twice, counted once', { succeeded: 2, failed: 1, errors: [item(1), item(1)] }],
    ['with an item beyond the batch', { succeeded: 2, failed: 1, errors: [item(3)] }],
    ['with an item before the batch', { succeeded: 2, failed: 1, errors: [item(-1)] }],
    [
      'with an error that no item can have',
      { succeeded: 2, failed: 1, errors: [item(1, { code: 'FORBIDDEN', message: 'no' })] },
    ],
    ['with an error without its details', { succeeded: 2, failed: 1, errors: [item(1, { ...INVALID, details: [] })] }],
    ['with an error that is a string', { succeeded: 2, failed: 1, errors: [{ index: 1, error: 'no' }] }],
    ['with errors that are null', { succeeded: 3, failed: 0, errors: null }],
  ])('%s', async (_name, answer) => {
    expect(await create(answer)).toMatchObject({
      ok: false,
      error: { name: 'UnexpectedResponse', why: 'wrong-shape' },
    });
  });
});

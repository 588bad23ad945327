import { describe, expect, it } from '@jest/globals';

import { fail } from '../../src/contract/index.ts';
import { ask, startTestServer } from '../../src/server/testing/test-server.ts';
import { detailsOf, expectInvalid, place } from './invalid-values.ts';
import { refusal } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';

const server = untouchedServer();

describe('an integer beyond ±(2^53 − 1)', () => {
  const range = 'must be between -9007199254740991 and 9007199254740991';

  it.each([
    '9007199254740992',
    '-9007199254740992',
    '9007199254740993',
    '9223372036854775808',
    '1e300',
    '9'.repeat(300),
  ])('%.30s → 422', async (number) => {
    const answer = await ask(server, { ...place('updateRecord'), body: `{"age":${number}}` });
    expect(answer.status).toBe(422);
    expect(detailsOf(answer)).toContainEqual({ field: 'age', message: range });
    // In a foreign key it is invalid too, not a reference to a missing record.
    const order = { method: 'PUT', path: '/Order/1', body: `{"customer_id":${number}}` };
    expect(await ask(server, order)).toMatchObject(
      refusal(fail('validationError', { details: [{ field: 'customer_id', message: range }] })),
    );
  });

  it.each(['1.5', '1e-1', '9007199254740991.5', '1.00000000000000000001', '"36"', 'true', '[36]', '{}', '1e-300'])(
    '%s, which is not an integer → 422',
    async (value) => {
      const details = [{ field: 'age', message: 'must be a whole number' }];
      await expectInvalid(server, `{"name":"Jane","email":"jane@example.com","age":${value}}`, details);
    },
  );

  it.each([
    ['age', '1e2', 100],
    ['age', '3.6E+1', 36],
    ['age', '36.0', 36],
    ['age', '-0', 0],
    ['age', '0e999', 0],
    ['price', '1.10', 1.1],
    ['price', '1e-2', 0.01],
    ['price', '0.3', 0.3],
    ['price', '9999999999999.99', 9_999_999_999_999.99],
  ])('%s %s, a valid number in unusual notation → stored with its value', async (column, written, value) => {
    const own = await startTestServer();
    const path = column === 'age' ? '/Customer/1' : '/Product/1';
    const answer = await ask(own, { method: 'PUT', path, body: `{"${column}":${written}}` });
    expect(answer).toMatchObject({ status: 200, body: { data: { [column]: value } } });
    expect(await ask(own, { path })).toMatchObject({ body: answer.body });
    await own.close();
  });
});

describe('a decimal with more digits than its column keeps', () => {
  it.each([
    '1.1000000000000000001',
    '0.001',
    '1e-3',
    '1e-400',
    '-2.00000000000000000000001',
    '1.10000000000000000000000000001e0',
  ])('%s → 422, judged by the digits that were sent', async (number) => {
    const order = { method: 'PUT', path: '/Order/1', body: `{"total":${number}}` };
    const details = [{ field: 'total', message: 'must be a number with at most 2 decimal places' }];
    expect(detailsOf(await ask(server, order))).toEqual(expect.arrayContaining(details));
  });
});

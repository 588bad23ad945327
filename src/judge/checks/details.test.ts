import { describe, expect, it } from '@jest/globals';

import { judgedFailure } from '../testing/judged.ts';
import type { Judged } from './check.ts';
import { details } from './details.ts';

const judged = (sent: unknown, fields?: readonly string[]): Judged => {
  const base = judgedFailure('validationError', { error: { code: 'VALIDATION_ERROR', message: '', details: sent } });
  const error = base.planned.expected.error;
  if (error === undefined) throw new Error('a failure has an error');
  const expected = { ...base.planned.expected, error: { ...error, ...(fields === undefined ? {} : { fields }) } };
  return { ...base, planned: { ...base.planned, expected } };
};

const email = { field: 'email', message: 'must be a valid email address' };
const age = { field: 'age', message: 'must be at least 0' };

/** Returns a response to an invalid value of `age`, which breaks a rule and perhaps others. */
const judgedRule = (sent: readonly string[], others: readonly string[] = [], basis: 'api' | 'ours' = 'api'): Judged => {
  const base = judged(
    sent.map((message) => ({ field: 'age', message })),
    ['age'],
  );
  const { error } = base.planned.expected;
  if (error === undefined) throw new Error('a failure has an error');
  const detail = { ...age, basis, others };
  return { ...base, planned: { ...base.planned, expected: { ...base.planned.expected, error: { ...error, detail } } } };
};

describe('details', () => {
  it.each([
    [[age.message], []],
    [[age.message, 'must not be odd'], []],
    [['must be positive', age.message], ['must be positive']],
    // A server may stop at the first rule.
    [['must be positive'], ['must be positive']],
  ])('accepts %j for a value that breaks a rule, and %j too', (sent, others) => {
    expect(details(judgedRule(sent, others))).toEqual([]);
  });

  it.each([
    [[], 'api', 'api'],
    [[], 'ours', 'ours'],
    // The server may have words of its own for the other rule.
    [['must be positive'], 'api', 'ours'],
  ] as const)('reports another message if others are %j and the basis is %s', (others, basis, found) => {
    expect(details(judgedRule(['is wrong'], others, basis))).toEqual([
      expect.objectContaining({
        basis: found,
        field: 'age',
        message: expect.stringContaining(`details has "is wrong" for "age", not "${age.message}"`),
      }),
    ]);
  });

  it('accepts the invalid fields, in any order and more than once', () => {
    const also = { field: 'email', message: 'must be at most 20 characters' };
    expect(details(judged([age, email, also], ['email', 'age']))).toEqual([]);
  });

  it.each([[[email, email]], [[email, age, email]], [[age, age, email]]])('reports a repeated entry in %j', (sent) => {
    const [breach] = details(judged(sent, [...new Set(sent.map(({ field }) => field))]));
    expect(breach).toMatchObject({ basis: 'seed', message: expect.stringContaining('details repeats the entry') });
  });

  it('accepts any fields if it is not known which ones are wrong', () => {
    expect(details(judged([age]))).toEqual([]);
  });

  it('reports a field that is missing and a field that was valid', () => {
    const [breach] = details(judged([age], ['email']));
    expect(breach?.message).toBe('details does not list "email" and unexpectedly lists "age"');
  });

  it.each([[[]], [undefined]])('rejects %j for a scenario with details', (sent) => {
    expect(details(judged(sent, ['email']))).toMatchObject([{ basis: 'seed', message: 'details is missing or empty' }]);
  });

  it.each(['email', [['email']], [{ field: 'email' }], { email: 'wrong' }, [{ field: 1, message: 'x' }]])(
    'rejects any other shape, such as %j, for scenarios with and without details',
    (sent) => {
      expect(details(judged(sent))).toHaveLength(1);
      const body = { error: { code: 'NOT_FOUND', message: 'x', details: sent } };
      expect(details(judgedFailure('entityNotFound', body))).toMatchObject([{ basis: 'seed' }]);
    },
  );

  it('reports details as a note for a scenario without details', () => {
    const body = { error: { code: 'NOT_FOUND', message: 'x', details: [email] } };
    expect(details(judgedFailure('entityNotFound', body))).toMatchObject([{ basis: 'ours' }]);
  });

  it('requires the documented message for a field that was not sent, and accepts any for one that was', () => {
    const { planned, ...rest } = judged([{ field: 'email', message: 'must not be null' }], ['email']);
    const sending = (values: object): Judged => ({
      ...rest,
      planned: { ...planned, request: { ...planned.request, body: JSON.stringify(values) } },
    });
    expect(details(sending({ name: 'Jane' }))).toMatchObject([{ basis: 'seed' }]);
    expect(details(sending({ email: null }))).toEqual([]);
    const required = judged([{ field: 'email', message: 'email is required' }], ['email']);
    expect(details({ ...required, planned: sending({}).planned })).toEqual([]);
  });
});

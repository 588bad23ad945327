import { describe, expect, it } from '@jest/globals';

import { factsOf, receivedFacts, judge } from '../../../judge/index.ts';
import { judgedFailure } from '../../../judge/testing/judged.ts';
import type { Finding } from '../../report/report.ts';
import { differenceOf } from './answer-difference.ts';
import { findingWith } from '../testing/report.ts';

/** Returns what the check `message` finds in a response as a finding. */
function messageFinding({ planned, response }: ReturnType<typeof judgedFailure>): Finding {
  const { request } = planned;
  const breach = judge({ planned, exchange: { request, response } }).find(({ check }) => check === 'message');
  if (breach === undefined) throw new Error('the check found no violation');
  return findingWith({ ...factsOf(breach) });
}

function answeredWith(status: number, body: string): Finding {
  return findingWith({ received: receivedFacts({ status, headers: {}, body }) });
}

describe('differenceOf', () => {
  it('shows a message that is known exactly', () => {
    const body = { error: { code: 'UNAUTHORIZED', message: 'Invalid "key"' } };
    expect(differenceOf(messageFinding(judgedFailure('expiredApiKey', body)))).toEqual({
      expected: '401 UNAUTHORIZED "API key has expired"',
      received: '401 UNAUTHORIZED "Invalid "key""',
    });
  });

  it('shows a message that counts the details of the response', () => {
    const details = [{ field: 'name', message: 'is required' }];
    const error = { code: 'VALIDATION_ERROR', message: 'Validation failed: 7 "error(s)"', details };
    const { planned, ...judged } = judgedFailure('validationError', { error });
    expect(
      differenceOf(messageFinding({ ...judged, planned: { ...planned, expected: countless(planned.expected) } })),
    ).toEqual({
      expected: '422 VALIDATION_ERROR "Validation failed: 1 error(s)"',
      received: '422 VALIDATION_ERROR "Validation failed: 7 "error(s)""',
    });
  });

  it.each([
    ['a different status', 200, '{"data":{}}', '200'],
    [
      'a different code',
      404,
      '{"error":{"code":"GONE","message":"Record not found: 42"}}',
      '404 GONE "Record not found: 42"',
    ],
    ['a code that is not a string', 404, '{"error":{"code":7,"message":null}}', '404 7 null'],
    ['a body that is not JSON', 404, '<h1>Not found</h1>', '404'],
  ])('shows %s', (_what, status, body, received) => {
    const finding = answeredWith(status, body);
    expect(differenceOf(finding)).toEqual({ expected: '404 NOT_FOUND "Record not found: 42"', received });
  });

  it('is undefined if status, code and message match the contract', () => {
    const body = '{"error":{"code":"NOT_FOUND","message":"Record not found: 42"}}';
    expect(differenceOf(answeredWith(404, body))).toBeUndefined();
  });

  it('is undefined if the finding has no expected facts, or there was no response', () => {
    const { expected: _expected, ...sentence } = findingWith();
    const { received: _received, ...unanswered } = findingWith();
    expect(differenceOf(sentence)).toBeUndefined();
    expect(differenceOf(unanswered)).toBeUndefined();
  });

  it.each([
    [
      'a header',
      { header: { 'content-type': 'application/json' } },
      { header: { 'content-type': 'text/html' } },
      '404 content-type: application/json',
      '404 content-type: text/html',
    ],
    [
      'a missing header',
      { header: { 'www-authenticate': 'Bearer' } },
      { header: { 'www-authenticate': null } },
      '404 www-authenticate: Bearer',
      '404 no www-authenticate',
    ],
    [
      'details',
      { details: [{ field: 'email' }] },
      { details: null },
      '404 details: [{"field":"email"}]',
      '404 no details',
    ],
    ['the value of a field', { value: 20 }, { value: '20' }, '404 meta.size: 20', '404 meta.size: "20"'],
  ])('shows %s', (_what, expectedFacts, facts, expected, received) => {
    const finding = findingWith({
      field: 'meta.size',
      expected: { status: 404, ...expectedFacts },
      received: { status: 404, ...facts },
    });
    expect(differenceOf(finding)).toEqual({ expected, received });
  });

  it('shortens a very long text', () => {
    const body = JSON.stringify({ error: { code: 'NOT_FOUND', message: 'x'.repeat(100_000) } });
    expect(differenceOf(answeredWith(404, body))?.received.length).toBeLessThan(3000);
  });
});

/** Removes the expected message, for a case in which only the response shows how many details there are. */
function countless({ error, ...expected }: ReturnType<typeof judgedFailure>['planned']['expected']) {
  if (error === undefined) throw new Error('a failure was expected');
  const { message: _message, ...others } = error;
  return { ...expected, error: others };
}

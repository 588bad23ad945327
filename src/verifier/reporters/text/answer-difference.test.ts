import { describe, expect, it } from '@jest/globals';

import { factsOf, receivedFacts } from '../../judge/answer-facts.ts';
import { judge } from '../../judge/judge.ts';
import { judgedFailure } from '../../judge/testing/judged.ts';
import type { Finding } from '../../report/report.ts';
import { differenceOf } from './answer-difference.ts';
import { findingWith } from '../testing/report.ts';

/** What the check `message` finds in an answer, as a finding. */
function messageFinding({ planned, response }: ReturnType<typeof judgedFailure>): Finding {
  const { request } = planned;
  const breach = judge({ planned, exchange: { request, response } }).find(({ check }) => check === 'message');
  if (breach === undefined) throw new Error('the check is content');
  return findingWith({ ...factsOf(breach) });
}

function answeredWith(status: number, body: string): Finding {
  return findingWith({ received: receivedFacts({ status, headers: {}, body }) });
}

describe('differenceOf', () => {
  it('shows a message that is known to the letter', () => {
    const body = { error: { code: 'UNAUTHORIZED', message: 'Invalid "key"' } };
    expect(differenceOf(messageFinding(judgedFailure('expiredApiKey', body)))).toEqual({
      expected: '401 UNAUTHORIZED "API key has expired"',
      received: '401 UNAUTHORIZED "Invalid "key""',
    });
  });

  it('shows a message that counts the details of the answer', () => {
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
    ['another status', 200, '{"data":{}}', '200'],
    [
      'another code',
      404,
      '{"error":{"code":"GONE","message":"Record not found: 42"}}',
      '404 GONE "Record not found: 42"',
    ],
    ['a code that is no text', 404, '{"error":{"code":7,"message":null}}', '404 7 null'],
    ['no JSON', 404, '<h1>Not found</h1>', '404'],
  ])('shows %s', (_what, status, body, received) => {
    const finding = answeredWith(status, body);
    expect(differenceOf(finding)).toEqual({ expected: '404 NOT_FOUND "Record not found: 42"', received });
  });

  it('is silent where status, code and message are as the contract has them', () => {
    const body = '{"error":{"code":"NOT_FOUND","message":"Record not found: 42"}}';
    expect(differenceOf(answeredWith(404, body))).toBeUndefined();
  });

  it('is silent where the finding expects nothing in particular, or no answer came', () => {
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
      'a header that is absent',
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
  ])('shows %s', (_what, wanted, came, expected, received) => {
    const finding = findingWith({
      field: 'meta.size',
      expected: { status: 404, ...wanted },
      received: { status: 404, ...came },
    });
    expect(differenceOf(finding)).toEqual({ expected, received });
  });

  it('cuts a text that nobody would read to its end', () => {
    const body = JSON.stringify({ error: { code: 'NOT_FOUND', message: 'x'.repeat(100_000) } });
    expect(differenceOf(answeredWith(404, body))?.received.length).toBeLessThan(3000);
  });
});

/** What is expected where only the answer tells how many details there are. */
function countless({ error, ...expected }: ReturnType<typeof judgedFailure>['planned']['expected']) {
  if (error === undefined) throw new Error('a failure was expected');
  const { message: _message, ...others } = error;
  return { ...expected, error: others };
}

import { describe, expect, it } from '@jest/globals';

import { message } from '../judge/checks/message.ts';
import { clauseOf } from '../judge/judge.ts';
import type { Finding } from '../report/report.ts';
import { judgedFailure } from '../judge/testing/judged.ts';
import { differenceOf } from './difference.ts';
import { findingWith } from './testing/report.ts';

/** What the check `message` finds in an answer, told as a finding. */
function messageFinding(...of: Parameters<typeof judgedFailure>): Finding {
  const judged = judgedFailure(...of);
  const [breach] = message(judged);
  if (breach === undefined) throw new Error('the check is content');
  return findingWith({ message: breach.message, contract: clauseOf(judged.planned), response: judged.response });
}

describe('differenceOf', () => {
  it('reads a message that is known to the letter from the line of the contract', () => {
    const body = { error: { code: 'UNAUTHORIZED', message: 'Invalid "key"' } };
    expect(differenceOf(messageFinding('expiredApiKey', body))).toEqual({
      expected: '401 UNAUTHORIZED "API key has expired"',
      received: '401 UNAUTHORIZED "Invalid "key""',
    });
  });

  it('reads a message that counts its details from what the check says', () => {
    const details = [{ field: 'name', message: 'is required' }];
    const error = { code: 'VALIDATION_ERROR', message: 'Validation failed: 7 "error(s)"', details };
    const { planned, response } = judgedFailure('validationError', { error });
    const { expected } = planned;
    const [breach] = message({ planned: { ...planned, expected: countless(expected) }, response, json: { error } });
    const contract = clauseOf({ ...planned, expected: countless(expected) });
    expect(differenceOf(findingWith({ message: breach?.message ?? '', contract, response }))).toEqual({
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
    const finding = findingWith({ check: 'status', message: 'wrong', response: { status, headers: {}, body } });
    expect(differenceOf(finding)).toEqual({ expected: '404 NOT_FOUND "Record not found: 42"', received });
  });

  it('is silent where status, code and message are as the contract has them', () => {
    const body = '{"error":{"code":"NOT_FOUND","message":"Record not found: 42"}}';
    const finding = findingWith({ check: 'content-type', message: 'x', response: { status: 404, headers: {}, body } });
    expect(differenceOf(finding)).toBeUndefined();
  });

  it('is silent where the contract is a sentence, or no answer came', () => {
    const { response: _response, ...unanswered } = findingWith();
    expect(differenceOf(findingWith({ message: 'x', contract: 'A refused write leaves no trace.' }))).toBeUndefined();
    expect(differenceOf(unanswered)).toBeUndefined();
  });

  it('cuts a text that nobody would read to its end', () => {
    const body = JSON.stringify({ error: { code: 'NOT_FOUND', message: 'x'.repeat(100_000) } });
    const difference = differenceOf(findingWith({ response: { status: 404, headers: {}, body } }));
    expect(difference?.received.length).toBeLessThan(3000);
  });
});

/** What is expected where only the answer tells how many details there are. */
function countless({ error, ...expected }: ReturnType<typeof judgedFailure>['planned']['expected']) {
  if (error === undefined) throw new Error('a failure was expected');
  const { message: _message, ...others } = error;
  return { ...expected, error: others };
}

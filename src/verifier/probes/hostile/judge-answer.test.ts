import { describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../../../plan/index.ts';
import { judge } from '../../judge/judge.ts';
import { CLOSED_WITHOUT_ANSWER } from '../../senders/raw-socket.ts';
import type { Hostility } from './hostile-case.ts';
import { hostileCase } from './hostile-case.ts';
import { judgeAnswer } from './judge-answer.ts';

const draft = {
  operationId: 'createRecord',
  organization: 'acme-corp',
  workspace: 'sales',
  entityName: 'Customer',
  rawBody: '{',
} as const;
const request: PlannedRequest = { method: 'POST', path: '/acme-corp/sales/Customer', headers: {}, body: '{' };

/** What is made of an answer, each breach by its basis and message. */
function judged(
  hostility: Partial<Hostility>,
  answer: { readonly status: number; readonly body?: unknown; readonly type?: string } | { readonly failure: string },
): readonly string[] {
  const hostile = hostileCase(draft, { variant: 'test', answers: ['badRequest'], ...hostility });
  const exchange =
    'failure' in answer
      ? { request, ...answer }
      : {
          request,
          response: {
            status: answer.status,
            headers: { 'content-type': answer.type ?? 'application/json' },
            body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? ''),
          },
        };
  return judgeAnswer(judge, hostile, exchange).map(({ basis, message }) => `${basis}: ${message}`);
}

const envelope = (code: string, message = 'That was wrong') => ({ error: { code, message } });
const seed = expect.stringMatching(/^seed: /);
const ours = expect.stringMatching(/^ours: /);

describe('the answer to a bad request', () => {
  it('is fine where it is the one that is known', () => {
    expect(judged({}, { status: 400, body: envelope('BAD_REQUEST') })).toEqual([]);
  });

  it('is fine where it is another one that is known', () => {
    const known = { answers: ['badRequest', 'routeNotFound'] } as const;
    expect(judged(known, { status: 404, body: envelope('NOT_FOUND') })).toEqual([]);
  });

  it('is noted where it is another documented failure', () => {
    expect(judged({}, { status: 404, body: envelope('NOT_FOUND') })).toEqual([ours]);
    expect(judged({}, { status: 500, body: envelope('INTERNAL_ERROR') })).toEqual([ours]);
  });

  it('is a finding where it is another documented failure and the contract is firm', () => {
    expect(judged({ basis: 'seed' }, { status: 500, body: envelope('INTERNAL_ERROR') })).toEqual([seed]);
  });

  it('is noted where it is a status of HTTP’s own, whatever its body', () => {
    expect(judged({}, { status: 415, body: 'Unsupported Media Type', type: 'text/plain' })).toEqual([ours]);
    expect(judged({}, { status: 413, body: '' })).toEqual([ours]);
  });

  it.each([
    ['no envelope', { status: 400, body: '<h1>Bad Request</h1>', type: 'text/html' }],
    ['an envelope of another type', { status: 400, body: envelope('BAD_REQUEST'), type: 'text/plain' }],
    ['no pair of the table', { status: 400, body: envelope('NOT_FOUND') }],
    ['a status that nobody has for it', { status: 418, body: envelope('BAD_REQUEST') }],
    ['a leak', { status: 400, body: envelope('BAD_REQUEST', 'SQLITE_ERROR: near "x"') }],
    [
      'a leak behind a status of HTTP’s own',
      { status: 415, body: 'at save (/srv/app/store.js:12:34)', type: 'text/plain' },
    ],
    ['no answer', { failure: 'socket hang up' }],
  ])('is a finding where it is %s', (_what, answer) => {
    expect(judged({}, answer)).toContainEqual(seed);
    expect(judged({}, answer)).not.toContainEqual(ours);
  });

  it('is noted where it is a success, and a finding where a refusal is firm', () => {
    expect(judged({}, { status: 201, body: { data: { id: 1 } } })).toEqual([ours]);
    expect(judged({ refused: true }, { status: 201, body: { data: { id: 1 } } })).toEqual([
      expect.stringMatching(/^api: returned 201/),
    ]);
    expect(judged({ basis: 'seed' }, { status: 201, body: { data: { id: 1 } } })).toEqual([seed]);
  });

  it('is noted where it does not name what was wrong', () => {
    const body = envelope('BAD_REQUEST', 'Parameter page must be a whole number');
    expect(judged({ names: 'page' }, { status: 400, body })).toEqual([]);
    expect(judged({ names: 'size' }, { status: 400, body })).toEqual([ours]);
  });
});

describe('the answer to broken framing', () => {
  it('may be a closed connection, which is noted', () => {
    expect(judged({ brokenFraming: true }, { failure: CLOSED_WITHOUT_ANSWER })).toEqual([ours]);
  });

  it('is a finding where it never comes', () => {
    expect(judged({ brokenFraming: true }, { failure: 'timed out after 200 ms' })).toEqual([seed]);
  });

  it('may have any body that gives nothing away, which is noted', () => {
    const html = { status: 400, body: '<h1>400 Bad Request</h1>', type: 'text/html' };
    expect(judged({ brokenFraming: true }, html)).toEqual([ours, ours]);
    const leaking = judged({ brokenFraming: true }, { ...html, body: 'at save (/srv/app/store.js:12:34)' });
    expect(leaking).toContainEqual(seed);
    expect(leaking).not.toContainEqual(ours);
  });
});

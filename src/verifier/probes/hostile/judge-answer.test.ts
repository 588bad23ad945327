import { describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../../../plan/index.ts';
import { judge } from '../../../judge/index.ts';
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

/** Judges a response, and returns each violation as its basis and message. */
function judged(
  hostility: Partial<Hostility>,
  answer:
    | { readonly status: number; readonly body?: unknown; readonly type?: string }
    | { readonly failure: string; readonly confirmed?: boolean },
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

describe('the response to a bad request', () => {
  it('passes if it is the expected failure', () => {
    expect(judged({}, { status: 400, body: envelope('BAD_REQUEST') })).toEqual([]);
  });

  it('passes if it is another allowed failure', () => {
    const known = { answers: ['badRequest', 'routeNotFound'] } as const;
    expect(judged(known, { status: 404, body: envelope('NOT_FOUND') })).toEqual([]);
  });

  it('is a note if it is another documented failure', () => {
    expect(judged({}, { status: 404, body: envelope('NOT_FOUND') })).toEqual([ours]);
  });

  it('is a finding if it is an unexpected error, whatever the basis', () => {
    expect(judged({}, { status: 500, body: envelope('INTERNAL_ERROR') })).toEqual([seed]);
    expect(judged({}, { status: 520, body: envelope('INTERNAL_ERROR') })).toContainEqual(seed);
  });

  it('is a note if it is an unexpected error outside the paths of operations', () => {
    const outside = { request: { ...request, path: `${request.path}/` } };
    expect(judged(outside, { status: 500, body: envelope('INTERNAL_ERROR') })).toEqual([ours]);
  });

  it('is a note if it is missing, until that is confirmed', () => {
    expect(judged({}, { failure: 'socket hang up' })).toEqual([ours]);
  });

  it('is a finding if it is another documented failure and the basis is normative', () => {
    expect(judged({ basis: 'seed' }, { status: 500, body: envelope('INTERNAL_ERROR') })).toEqual([seed]);
  });

  it('is a note if it has a status that HTTP defines for bad requests, whatever its body', () => {
    expect(judged({}, { status: 415, body: 'Unsupported Media Type', type: 'text/plain' })).toEqual([ours]);
    expect(judged({}, { status: 413, body: '' })).toEqual([ours]);
  });

  it.each([
    ['not an envelope', { status: 400, body: '<h1>Bad Request</h1>', type: 'text/html' }],
    ['an envelope with a different content type', { status: 400, body: envelope('BAD_REQUEST'), type: 'text/plain' }],
    ['not a pair of the contract', { status: 400, body: envelope('NOT_FOUND') }],
    ['a status that neither HTTP nor the contract defines for it', { status: 418, body: envelope('BAD_REQUEST') }],
    ['a leak', { status: 400, body: envelope('BAD_REQUEST', 'SQLITE_ERROR: near "x"') }],
    [
      'a leak with a status that HTTP defines for bad requests',
      { status: 415, body: 'at save (/srv/app/store.js:12:34)', type: 'text/plain' },
    ],
    ['missing', { failure: 'socket hang up', confirmed: true }],
  ])('is a finding if it is %s', (_what, answer) => {
    expect(judged({}, answer)).toContainEqual(seed);
    expect(judged({}, answer)).not.toContainEqual(ours);
  });

  it('is a note if it is a success, and a finding if the request must be refused', () => {
    expect(judged({}, { status: 201, body: { data: { id: 1 } } })).toEqual([ours]);
    expect(judged({ refused: true }, { status: 201, body: { data: { id: 1 } } })).toEqual([
      expect.stringMatching(/^api: returned 201/),
    ]);
    expect(judged({ basis: 'seed' }, { status: 201, body: { data: { id: 1 } } })).toEqual([seed]);
  });

  it('is a note if it does not name what was wrong', () => {
    const body = envelope('BAD_REQUEST', 'Parameter page must be a whole number');
    expect(judged({ names: 'page' }, { status: 400, body })).toEqual([]);
    expect(judged({ names: 'size' }, { status: 400, body })).toEqual([ours]);
  });
});

describe('the response to broken framing', () => {
  it('is a note if the connection is closed instead', () => {
    expect(judged({ brokenFraming: true }, { failure: CLOSED_WITHOUT_ANSWER })).toEqual([ours]);
  });

  it('is a finding if it never arrives', () => {
    expect(judged({ brokenFraming: true }, { failure: 'timed out after 200 ms', confirmed: true })).toEqual([seed]);
  });

  it('is a note if it is an unexpected error', () => {
    expect(judged({ brokenFraming: true }, { status: 500, body: envelope('INTERNAL_ERROR') })).toEqual([ours]);
  });

  it('is a note if it has a different body, and a finding if that reveals internals', () => {
    const html = { status: 400, body: '<h1>400 Bad Request</h1>', type: 'text/html' };
    expect(judged({ brokenFraming: true }, html)).toEqual([ours, ours]);
    const leaking = judged({ brokenFraming: true }, { ...html, body: 'at save (/srv/app/store.js:12:34)' });
    expect(leaking).toContainEqual(seed);
    expect(leaking).not.toContainEqual(ours);
  });
});

import { describe, expect, it } from '@jest/globals';

import type { ReceivedResponse } from './exchange.ts';
import { judge } from './judge.ts';
import { judgedFailure } from './testing/judged.ts';

/** Returns the violations in a response to a request with an expired key. */
function found(error: unknown, response: Partial<ReceivedResponse> = {}) {
  const headers = { 'content-type': 'application/json', 'www-authenticate': 'Bearer', 'x-request-id': 'a' };
  const { planned, response: whole } = judgedFailure(
    'expiredApiKey',
    { error },
    { response: { headers, ...response } },
  );
  const { request } = planned;
  return judge({ planned, exchange: { request, response: whole } });
}

const expected = { status: 401, code: 'UNAUTHORIZED', message: 'API key has expired' };
const right = { code: 'UNAUTHORIZED', message: 'API key has expired' };

describe('judge', () => {
  it('accepts the documented response', () => {
    expect(found(right)).toEqual([]);
  });

  it.each([
    ['a different status', found(right, { status: 403 }), 'status', expected, { ...expected, status: 403 }],
    ['a different code', found({ ...right, code: 'FORBIDDEN' }), 'pair', expected, { ...expected, code: 'FORBIDDEN' }],
    ['a different message', found({ ...right, message: 'No' }), 'message', expected, { ...expected, message: 'No' }],
    [
      'a different content type',
      found(right, { headers: { 'content-type': 'text/plain', 'www-authenticate': 'Bearer', 'x-request-id': 'a' } }),
      'content-type',
      { ...expected, header: { 'content-type': 'application/json' } },
      { ...expected, header: { 'content-type': 'text/plain' } },
    ],
    [
      'a missing header',
      found(right, { headers: { 'content-type': 'application/json' } }),
      'challenge',
      { ...expected, header: { 'www-authenticate': 'Bearer' } },
      { ...expected, header: { 'www-authenticate': null } },
    ],
  ])('reports the expected and the received data for %s', (_what, breaches, check, expectedFacts, received) => {
    expect(breaches.find((breach) => breach.check === check)).toMatchObject({ expected: expectedFacts, received });
  });

  it('reports the expected data but no received data if there was no response', () => {
    const { planned } = judgedFailure('expiredApiKey', {});
    const [breach] = judge({ planned, exchange: { request: planned.request, failure: 'closed' } });
    expect(breach).toMatchObject({ check: 'answer', expected });
    expect(breach).not.toHaveProperty('received');
  });
});

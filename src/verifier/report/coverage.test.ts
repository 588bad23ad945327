import { describe, expect, it } from '@jest/globals';

import { contract } from '../../contract/index.ts';
import { judge } from '../../judge/index.ts';
import type { JudgedCase } from '../run/judge-run.ts';
import { coverageOf } from './coverage.ts';

/** A case that provokes a missing record, with the response to it. */
function judged(status: number, error: object, scenario: 'recordNotFound' | 'success' = 'recordNotFound'): JudgedCase {
  const { code, basis } = contract.scenarios.recordNotFound;
  const request = { method: 'GET', path: '/acme-corp/sales/Customer/1', headers: {} };
  const failure = { code, message: 'Record not found: 1', messageBasis: basis };
  const expected = scenario === 'success' ? { status: 200 } : { status: 404, error: failure };
  const planned = { operationId: 'getRecord', scenario, variant: 'test', basis, request, expected } as const;
  const headers = { 'content-type': 'application/json', 'x-request-id': '1' };
  const exchange = { request, response: { status, headers, body: JSON.stringify({ error }) } };
  return { planned, exchange, sender: 'http', breaches: judge({ planned, exchange }) };
}

const seen = (cases: readonly JudgedCase[]) => coverageOf(cases).failures.filter(({ provoked }) => provoked > 0);

describe('the coverage of a run', () => {
  it('counts a failure that is right as judged, and one that is wrong as provoked', () => {
    const right = judged(404, { code: 'NOT_FOUND', message: 'Record not found: 1' });
    const wrong = judged(404, { code: 'NOT_FOUND', message: 'Record not found: 2' });
    expect(seen([right, wrong])).toEqual([
      { operation: 'getRecord', scenario: 'recordNotFound', provoked: 2, judged: 1 },
    ]);
  });

  it('counts another failure than the planned one as that failure, which is not right', () => {
    expect(seen([judged(500, { code: 'INTERNAL_ERROR', message: 'x' })])).toEqual([
      { operation: 'getRecord', scenario: 'internalError', provoked: 1, judged: 0 },
    ]);
    expect(seen([judged(401, { code: 'UNAUTHORIZED', message: 'API key has expired' }, 'success')])).toEqual([
      { operation: 'getRecord', scenario: 'expiredApiKey', provoked: 1, judged: 0 },
    ]);
  });

  it('counts neither a message of no failure, nor a success, nor a pair that is not documented', () => {
    const others = [
      judged(404, { code: 'NOT_FOUND', message: 'nothing here' }),
      judged(418, { code: 'TEAPOT', message: 'x' }),
      judged(200, { code: 'NOT_FOUND', message: 'Record not found: 1' }, 'success'),
    ];
    expect(seen(others)).toEqual([]);
  });
});

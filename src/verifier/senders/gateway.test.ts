import { describe, expect, it } from '@jest/globals';

import { contract } from '../../contract/index.ts';
import { gatewayComplaint, retryAfter } from './gateway.ts';

const response = (status: number, after?: string) => ({
  status,
  headers: after === undefined ? {} : { 'retry-after': after },
  body: '',
});
const request = { method: 'GET', path: '/a', headers: {} };

describe('retryAfter', () => {
  it.each([
    [429, '3', 3],
    [503, undefined, 1],
    [502, '-1', 0],
    [504, '86400', 30],
    [503, 'Wed, 21 Oct 2026 07:28:00 GMT', 1],
  ])('after a %i with Retry-After %s, waits %i s', (status, after, seconds) => {
    expect(retryAfter(request, response(status, after))).toBe(seconds);
  });

  it.each([200, 401, 500, 501])('does not wait after a %i, which comes from the target itself', (status) => {
    expect(retryAfter(request, response(status, '3'))).toBeUndefined();
    expect(gatewayComplaint(request, response(status))).toBeUndefined();
  });
});

describe('gatewayComplaint', () => {
  it('names the request that a gateway refused', () => {
    expect(gatewayComplaint(request, response(503))).toMatch(/^GET \/a returned 503/);
  });
});

describe('a status that the operation documents', () => {
  const requests = contract.operationIds.map((operationId) => {
    const { method, path } = contract.operations[operationId];
    return [
      operationId,
      { method, path: `/acme-corp/sales${path.replace('{', '').replace('}', '')}?a=/`, headers: {} },
    ] as const;
  });

  it.each(requests)('comes from the target itself: %s', (operationId, sent) => {
    const documents = (key: string, status: number) => key === operationId && status === 503;
    expect(retryAfter(sent, response(503, '3'), documents)).toBeUndefined();
    expect(gatewayComplaint(sent, response(503), documents)).toBeUndefined();
    expect(retryAfter(sent, response(429, '3'), documents)).toBe(3);
    expect(gatewayComplaint(sent, response(502), documents)).toBeDefined();
  });

  it('comes from a gateway if only another operation documents it', () => {
    const documents = (key: string) => key === 'deleteRecord';
    const path = '/acme-corp/sales/Customer/42';
    expect(retryAfter({ method: 'GET', path, headers: {} }, response(503), documents)).toBe(1);
    expect(retryAfter({ method: 'DELETE', path, headers: {} }, response(503), documents)).toBeUndefined();
  });

  it('is looked up under `outsideOperations` if the request matches no operation', () => {
    const documents = (key: string) => key === 'outsideOperations';
    expect(retryAfter({ ...request, method: 'PATCH' }, response(503), documents)).toBeUndefined();
    expect(retryAfter(request, response(503), documents)).toBeUndefined();
  });
});

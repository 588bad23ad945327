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
  ])('waits after a %i with Retry-After %s for %i s', (status, after, seconds) => {
    expect(retryAfter(request, response(status, after))).toBe(seconds);
  });

  it.each([200, 401, 500, 501])('does not wait after a %i: that is the target itself', (status) => {
    expect(retryAfter(request, response(status, '3'))).toBeUndefined();
    expect(gatewayComplaint(request, response(status))).toBeUndefined();
  });
});

describe('gatewayComplaint', () => {
  it('says which request a gateway refused', () => {
    expect(gatewayComplaint(request, response(503))).toMatch(/^GET \/a was answered 503/);
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

  it.each(requests)('is the target’s own: %s', (operationId, sent) => {
    const documents = (key: string, status: number) => key === operationId && status === 503;
    expect(retryAfter(sent, response(503, '3'), documents)).toBeUndefined();
    expect(gatewayComplaint(sent, response(503), documents)).toBeUndefined();
    expect(retryAfter(sent, response(429, '3'), documents)).toBe(3);
    expect(gatewayComplaint(sent, response(502), documents)).toBeDefined();
  });

  it('is a gateway’s where another operation documents it', () => {
    const documents = (key: string) => key === 'deleteRecord';
    const path = '/acme-corp/sales/Customer/42';
    expect(retryAfter({ method: 'GET', path, headers: {} }, response(503), documents)).toBe(1);
    expect(retryAfter({ method: 'DELETE', path, headers: {} }, response(503), documents)).toBeUndefined();
  });

  it('is looked up outside of all operations where the request is for none', () => {
    const documents = (key: string) => key === 'outsideOperations';
    expect(retryAfter({ ...request, method: 'PATCH' }, response(503), documents)).toBeUndefined();
    expect(retryAfter(request, response(503), documents)).toBeUndefined();
  });
});

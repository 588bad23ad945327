import { describe, expect, it } from '@jest/globals';

import { contract } from '../../contract/index.ts';
import { refusalIn } from './refusal.ts';

const response = (status: number, after?: string) => ({
  status,
  headers: { date: 'Wed, 21 Oct 2026 07:28:00 GMT', ...(after === undefined ? {} : { 'retry-after': after }) },
  body: '',
});
const envelope = '{"error":{"code":"SCHEMA_MIGRATION_IN_PROGRESS","message":"m"}}';
const request = { method: 'GET', path: '/a', headers: {} };

describe('refusalIn', () => {
  it.each([
    [429, '3', 3],
    [503, undefined, undefined],
    [502, '-1', 0],
    [504, '86400', 86400],
    [429, '1.5', 1.5],
    [503, 'Wed, 21 Oct 2026 07:28:20 GMT', 20],
    [503, 'Wed, 21 Oct 2026 07:00:00 GMT', 0],
    [503, 'soon', undefined],
  ])('after a %i with Retry-After %s, waits %s s', (status, after, seconds) => {
    expect(refusalIn(request, response(status, after))?.seconds).toBe(seconds);
  });

  it.each([
    [429, '', 'limit'],
    [429, envelope, 'limit'],
    [502, '', 'gateway'],
    [503, '<h1>Service Unavailable</h1>', 'gateway'],
    [503, '{"error":"busy"}', 'gateway'],
    [503, envelope, 'target'],
    [504, envelope, 'target'],
  ])('knows who refuses: %i %s', (status, body, by) => {
    expect(refusalIn(request, { ...response(status), body })?.by).toBe(by);
  });

  it.each([200, 401, 500, 501])('finds none in a %i, which comes from the target itself', (status) => {
    expect(refusalIn(request, response(status, '3'))).toBeUndefined();
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
    expect(refusalIn(sent, response(503, '3'), documents)).toBeUndefined();
    expect(refusalIn(sent, response(429, '3'), documents)).toBeDefined();
    expect(refusalIn(sent, response(502), documents)).toBeDefined();
  });

  it('comes from a gateway if only another operation documents it', () => {
    const documents = (key: string) => key === 'deleteRecord';
    const path = '/acme-corp/sales/Customer/42';
    expect(refusalIn({ method: 'GET', path, headers: {} }, response(503), documents)).toBeDefined();
    expect(refusalIn({ method: 'DELETE', path, headers: {} }, response(503), documents)).toBeUndefined();
  });

  it('is looked up under `outsideOperations` if the request matches no operation', () => {
    const documents = (key: string) => key === 'outsideOperations';
    expect(refusalIn({ ...request, method: 'PATCH' }, response(503), documents)).toBeUndefined();
    expect(refusalIn(request, response(503), documents)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';

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
    expect(retryAfter(response(status, after))).toBe(seconds);
  });

  it.each([200, 401, 500, 501])('does not wait after a %i: that is the target itself', (status) => {
    expect(retryAfter(response(status, '3'))).toBeUndefined();
    expect(gatewayComplaint(request, response(status))).toBeUndefined();
  });
});

describe('gatewayComplaint', () => {
  it('says which request a gateway refused', () => {
    expect(gatewayComplaint(request, response(503))).toMatch(/^GET \/a was answered 503/);
  });
});

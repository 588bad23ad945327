import { describe, expect, it } from '@jest/globals';

import { runMock } from '../testing.ts';

const { url } = runMock();
const path = '/acme-corp/sales/Customer';
const origin = 'http://localhost:5173';

describe('a page from another origin', () => {
  it.each([
    ['a success', { Authorization: 'Bearer sk_test_read_write' }, 200],
    ['a failure', {}, 401],
    ['a disturbed response', { 'X-Mock-Fault': 'html' }, 502],
  ])('can read %s', async (_what, headers, status) => {
    const response = await fetch(`${url()}${path}`, { headers: { Origin: origin, ...headers } });
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(response.headers.get('access-control-expose-headers')).toBe('X-Request-Id, WWW-Authenticate');
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it('can send any method and header, even those that no operation supports', async () => {
    const response = await fetch(`${url()}${path}`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,prefer,x-mock-fault',
        'Access-Control-Request-Private-Network': 'true',
      },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'PATCH',
      'access-control-allow-headers': 'authorization,prefer,x-mock-fault',
      'access-control-allow-private-network': 'true',
    });
  });
});

describe('a request that does not come from a page', () => {
  it('gets no CORS headers', async () => {
    const response = await fetch(`${url()}${path}`);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control') || name === 'vary')).toEqual(
      [],
    );
  });

  it('is not a preflight request if it only has the method OPTIONS', async () => {
    const response = await fetch(`${url()}${path}`, { method: 'OPTIONS', headers: { Origin: origin } });
    expect(response.status).toBe(400);
  });
});

import { describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../plan/index.ts';
import type { Exchange } from './exchange.ts';
import { isOperationPath } from './operation-path.ts';
import { countingServerError, serverErrorIn } from './server-error.ts';
import { judgedFailure } from './testing/judged.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

function exchange(status: number, body: string, request: Partial<PlannedRequest> = {}): Exchange {
  return {
    request: { method: 'GET', path: '/acme-corp/sales/Customer', headers: {}, ...request },
    response: { status, headers: JSON_TYPE, body },
  };
}

describe('a server error', () => {
  it.each([500, 507, 511, 520, 599])('is the status %i, whatever the body', (status) => {
    expect(serverErrorIn(exchange(status, '{}'))).toBe('status');
    expect(serverErrorIn(exchange(status, '<h1>Oops</h1>'))).toBe('status');
  });

  it.each([200, 201, 400, 401, 403, 404, 409, 410, 418, 422])('is a body that is not JSON with status %i', (status) => {
    expect(serverErrorIn(exchange(status, '<h1>Oops</h1>'))).toBe('body');
    expect(serverErrorIn(exchange(status, ''))).toBe('body');
    expect(serverErrorIn(exchange(status, '{}'))).toBeUndefined();
    expect(serverErrorIn(exchange(status, 'null'))).toBeUndefined();
  });

  it('is a missing response', () => {
    expect(serverErrorIn({ request: exchange(200, '').request, failure: 'socket hang up' })).toBe('answer');
  });

  it.each([204, 301, 302, 303, 307, 308, 405, 413, 415, 431, 501, 505, 429, 502, 503, 504])(
    'is not the status %i, which HTTP or a gateway defines',
    (status) => {
      expect(serverErrorIn(exchange(status, '<h1>Oops</h1>'))).toBeUndefined();
    },
  );

  it('is not a response to HEAD', () => {
    expect(serverErrorIn(exchange(500, '', { method: 'HEAD' }))).toBeUndefined();
    expect(serverErrorIn(exchange(404, '', { method: 'HEAD' }))).toBeUndefined();
  });
});

describe('a server error that counts', () => {
  const { planned } = judgedFailure('badRequest', '');

  it('answers a request to an operation, and was not provoked on purpose', () => {
    expect(countingServerError(planned, exchange(500, '{}'))).toBe('status');
    expect(countingServerError({ ...planned, allowsServerError: true }, exchange(500, '{}'))).toBeUndefined();
    expect(countingServerError({ ...planned, operationId: 'outsideOperations' }, exchange(500, '{}'))).toBeUndefined();
  });

  it('is a missing response that was confirmed', () => {
    const { request } = exchange(200, '');
    expect(countingServerError(planned, { request, failure: 'socket hang up' })).toBeUndefined();
    expect(countingServerError(planned, { request, failure: 'socket hang up', confirmed: true })).toBe('answer');
  });

  it.each(['%zz', '%', '%2', '%00'])('is not the page of a proxy that refuses the URL with %s', (id) => {
    const at = { ...planned, request: { ...planned.request, path: `/acme-corp/sales/Customer/${id}` } };
    expect(countingServerError(at, exchange(400, '<h1>Bad Request</h1>'))).toBeUndefined();
    expect(countingServerError(at, exchange(404, '<h1>Not Found</h1>'))).toBe('body');
    expect(countingServerError(at, exchange(500, '<h1>Oops</h1>'))).toBe('status');
  });
});

describe('the path of an operation', () => {
  it.each(['/a/b/Customer', '/a/b/Customer?page=-1', '/a/b/Customer/7', '/a/b/Customer/%zz', '/a/b/Customer/bulk'])(
    'is %s',
    (path) => {
      expect(isOperationPath(path)).toBe(true);
    },
  );

  it.each(['/', '/a/b', '/a/b/', '/a/b/Customer/', '/a/b//Customer', '/a/b/Customer//7', '/a/b/Customer/7/notes'])(
    'is not %s',
    (path) => {
      expect(isOperationPath(path)).toBe(false);
    },
  );
});

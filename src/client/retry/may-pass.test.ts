import { describe, expect, it } from '@jest/globals';

import { TransportError } from '../index.ts';
import { mayPass } from './may-pass.ts';

const broken = { ok: false, error: new TransportError('NETWORK', new Error('reset')) } as const;

describe('mayPass', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'TRACE'])('allows a retry of %s after a network error', (method) => {
    expect(mayPass(method, broken)).toBe(true);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('allows no retry of %s', (method) => {
    expect(mayPass(method, broken)).toBe(false);
  });

  it.each(['ABORTED', 'TIMEOUT', 'INVALID_REQUEST'] as const)('allows no retry after %s', (code) => {
    expect(mayPass('GET', { ok: false, error: new TransportError(code, undefined) })).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';

import { TransportError } from '../index.ts';
import { mayPass } from './may-pass.ts';

const broken = { ok: false, error: new TransportError('NETWORK', new Error('reset')) } as const;

describe('mayPass', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'TRACE'])('lets %s be repeated after a failure of the network', (method) => {
    expect(mayPass(method, broken)).toBe(true);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('lets no %s be repeated', (method) => {
    expect(mayPass(method, broken)).toBe(false);
  });

  it.each(['ABORTED', 'TIMEOUT', 'INVALID_REQUEST'] as const)('lets nothing be repeated after %s', (code) => {
    expect(mayPass('GET', { ok: false, error: new TransportError(code, undefined) })).toBe(false);
  });
});

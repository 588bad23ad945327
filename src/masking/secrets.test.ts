import { describe, expect, it } from '@jest/globals';

import { parseTarget } from '../plan/index.ts';
import { headerSecrets, maskerOf } from './secrets.ts';

const mask = maskerOf(
  parseTarget(
    {
      baseUrl: 'http://x',
      keys: { readWrite: 'sk_live_1', readOnly: 'sk_live_12' },
      faults: { internalError: { headers: { 'x-fault': { env: 'FAULT' } } } },
    },
    { FAULT: 'open-sesame' },
  ),
);

describe('maskerOf', () => {
  it('masks a key in the name of a member, at any depth', () => {
    expect(mask({ details: [{ sk_live_1: 'unknown', 'Bearer sk_live_12': {} }] })).toEqual({
      details: [{ $READ_WRITE_KEY: 'unknown', 'Bearer $READ_ONLY_KEY': {} }],
    });
  });

  it('masks a key in a value, at any depth', () => {
    expect(mask({ a: [{ b: 'Bearer sk_live_1' }], c: 1, d: null })).toEqual({
      a: [{ b: 'Bearer $READ_WRITE_KEY' }],
      c: 1,
      d: null,
    });
  });

  it('masks the longer of two keys if it starts with the shorter one', () => {
    expect(mask('sk_live_12')).toBe('$READ_ONLY_KEY');
  });

  it('masks values from the environment', () => {
    expect(mask('x-fault: open-sesame')).toBe('x-fault: $FAULT');
  });
});

describe('the headers of a run', () => {
  it.each([
    'Authorization',
    'Proxy-Authorization',
    'Cookie',
    'X-Api-Key',
    'X-Auth-Token',
    'X-Session-Id',
    'CF-Access-Client-Secret',
  ])('are secret when they are credentials: %s', (name) => {
    const secrets = headerSecrets({ [name]: 'open-sesame' });
    expect(maskerOf({ secrets })('Bearer open-sesame')).toMatch(/^Bearer \$\w+_HEADER$/);
  });

  it.each([
    ['X-Tenant', 'blue-and-green'],
    ['X-Api-Key-Version', '2'],
  ])('are not secret otherwise: %s: %s', (name, value) => {
    expect(headerSecrets({ [name]: value })).toEqual({});
  });
});

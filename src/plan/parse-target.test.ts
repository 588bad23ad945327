import { describe, expect, it } from '@jest/globals';

import { parseTarget, TargetError } from './parse-target.ts';

describe('parseTarget', () => {
  it('reads environment variables in place of any value, and records them as secrets', () => {
    const target = parseTarget(
      {
        baseUrl: 'http://x/api/',
        keys: { readOnly: { env: 'MY_KEY' } },
        faults: { internalError: { headers: { x: { env: 'F' } } } },
      },
      { MY_KEY: 'secret', F: 'fault' },
    );
    expect(target.keys.readOnly).toBe('secret');
    expect(target.faults.internalError?.headers).toEqual({ x: 'fault' });
    expect(target.secrets).toEqual({ MY_KEY: 'secret', READ_ONLY_KEY: 'secret', F: 'fault' });
  });

  it('removes a trailing slash from the base URL', () => {
    expect(parseTarget({ baseUrl: 'http://x/api/v1/' }, {}).baseUrl).toBe('http://x/api/v1');
  });

  it.each([
    [{ baseUrl: 'ftp://x' }, '/baseUrl'],
    [{ baseUrl: 'http://x', key: 'x' }, '(key)'],
    [{ baseUrl: 'http://x', entity: { name: 'Customer' } }, 'valid'],
    [{ baseUrl: 'http://x', keys: { readWrite: { env: 'UNSET' } } }, 'UNSET'],
    [{ baseUrl: 'http://x', unreachable: { 'getRecord.nothing': 'x' } }, 'getRecord.nothing'],
    [{ baseUrl: 'http://x', faults: { nothing: { headers: {} } } }, '"nothing"'],
  ])('rejects %j and says what is wrong', (content, expected) => {
    expect(() => parseTarget(content, {})).toThrow(TargetError);
    expect(() => parseTarget(content, {})).toThrow(expected);
  });
});

import { describe, expect, it } from '@jest/globals';

import { toTransportError } from './transport-error.ts';

const IDLE = { signal: { aborted: false } };
const LEFT = { signal: { aborted: true }, reason: 'left' };

describe('toTransportError', () => {
  it.each([
    ['AbortError', 'ABORTED'],
    ['TimeoutError', 'TIMEOUT'],
    ['NetworkError', 'NETWORK'],
  ])('turns an %s without an aborted signal into %s', (name, code) => {
    const thrown = new DOMException('why', name);
    expect(toTransportError(thrown, IDLE)).toMatchObject({ code, cause: thrown });
  });

  it('uses the signal if the thrown value is not conclusive', () => {
    expect(toTransportError('thrown', LEFT)).toMatchObject({ code: 'ABORTED', cause: 'left' });
    expect(toTransportError('left', IDLE)).toMatchObject({ code: 'NETWORK' });
  });

  it('has a message for any thrown value', () => {
    expect(toTransportError(new TypeError('fetch failed'), IDLE).message).toBe('NETWORK: fetch failed');
    expect(toTransportError(null, IDLE).message).toBe('NETWORK');
    expect(toTransportError(Object.create(null), IDLE).message).toBe('NETWORK');
  });
});

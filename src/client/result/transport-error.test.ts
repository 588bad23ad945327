import { describe, expect, it } from '@jest/globals';

import { toTransportError } from './transport-error.ts';

const IDLE = new AbortController().signal;

describe('toTransportError', () => {
  it.each([
    ['AbortError', 'ABORTED'],
    ['TimeoutError', 'TIMEOUT'],
    ['NetworkError', 'NETWORK'],
  ])('takes an %s that came without a signal for %s', (name, code) => {
    const thrown = new DOMException('why', name);
    expect(toTransportError(thrown, IDLE)).toMatchObject({ code, cause: thrown });
  });

  it('believes the signal where what was thrown says nothing', () => {
    expect(toTransportError('left', AbortSignal.abort('left'))).toMatchObject({ code: 'ABORTED', cause: 'left' });
    expect(toTransportError('left', IDLE)).toMatchObject({ code: 'NETWORK' });
  });

  it('says what happened, whatever was thrown', () => {
    expect(toTransportError(new TypeError('fetch failed'), IDLE).message).toBe('NETWORK: fetch failed');
    expect(toTransportError(null, IDLE).message).toBe('NETWORK');
    expect(toTransportError(Object.create(null), IDLE).message).toBe('NETWORK');
  });
});

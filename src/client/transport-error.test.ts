import { describe, expect, it } from '@jest/globals';

import { toTransportError } from './transport-error.ts';

describe('toTransportError', () => {
  it.each([
    ['AbortError', 'ABORTED'],
    ['TimeoutError', 'TIMEOUT'],
    ['NetworkError', 'NETWORK'],
  ])('takes an %s that came without a signal for %s', (name, code) => {
    const thrown = new DOMException('why', name);
    expect(toTransportError(thrown, undefined)).toMatchObject({ code, cause: thrown });
  });

  it('believes the signal where what was thrown says nothing', () => {
    expect(toTransportError('left', AbortSignal.abort('left'))).toMatchObject({ code: 'ABORTED', cause: 'left' });
    expect(toTransportError('left', new AbortController().signal)).toMatchObject({ code: 'NETWORK' });
  });

  it('says what happened, whatever was thrown', () => {
    expect(toTransportError(new TypeError('fetch failed'), null).message).toMatch(/: fetch failed$/);
    expect(toTransportError(null, null).message).toMatch(/: null$/);
    expect(toTransportError(Object.create(null), null).message).toMatch(/: what was thrown is no Error$/);
  });
});

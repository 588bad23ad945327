import { describe, expect, it } from '@jest/globals';

import { noResponse } from './no-response.ts';

const IDLE = { signal: new AbortController().signal };
const ABORTED = { signal: AbortSignal.abort() };

describe('noResponse', () => {
  it.each([
    ['AbortError', 'ABORTED'],
    ['TimeoutError', 'TIMEOUT'],
    ['NetworkError', 'NETWORK'],
  ])('turns an %s without an aborted signal into %s', (name, code) => {
    const cause = new DOMException('why', name);
    expect(noResponse(cause, IDLE, 'NETWORK')).toMatchObject({ ok: false, error: { code, cause } });
  });

  it('uses the signal if the thrown value is not conclusive', () => {
    expect(noResponse('left', ABORTED, 'NETWORK').error).toMatchObject({ code: 'ABORTED', cause: 'left' });
    expect(noResponse('left', IDLE, 'NETWORK').error).toMatchObject({ code: 'NETWORK', cause: 'left' });
    expect(noResponse('left', undefined, 'INVALID_REQUEST').error).toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('returns the response, if there was one', () => {
    const response = new Response();
    expect(noResponse('left', { ...IDLE, response }, 'NETWORK').response).toBe(response);
    expect(noResponse('left', undefined, 'NETWORK').response).toBeUndefined();
  });

  it('has a message for any thrown value', () => {
    const messageOf = (thrown: unknown) => noResponse(thrown, IDLE, 'NETWORK').error.message;
    expect(messageOf(new TypeError('fetch failed'))).toBe('NETWORK: fetch failed');
    expect(messageOf(null)).toBe('NETWORK');
    expect(messageOf(Object.create(null))).toBe('NETWORK');
  });
});

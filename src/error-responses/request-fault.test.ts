import { describe, expect, it } from '@jest/globals';

import { parserFault, requestFault, statusOf } from './request-fault.ts';

describe('requestFault', () => {
  it.each([
    [{ code: 'FST_ERR_CTP_INVALID_JSON_BODY', statusCode: 400 }, 'The body is not well-formed JSON'],
    [{ type: 'entity.parse.failed', status: 400 }, 'The body is not well-formed JSON'],
    [{ code: 'FST_ERR_CTP_BODY_TOO_LARGE' }, 'The body is larger than 2 MiB'],
    [{ type: 'entity.too.large', limit: 102_400 }, 'The body is larger than 100 KiB'],
    [{ type: 'entity.too.large', limit: 1001 }, 'The body is larger than 1001 bytes'],
    [Object.assign(new URIError('%zz'), { status: 400 }), 'The path must have well-formed percent escapes'],
  ])('returns a message about the request for %j', (error, message) => {
    expect(requestFault(error, 2 * 1024 ** 2)).toBe(message);
  });

  it.each([
    [new URIError('URI malformed')],
    [new Error('ENOENT: /srv/app/secret')],
    [{ statusCode: 404, message: 'ENOENT: /srv/app/secret' }],
    [{ code: 'toString' }],
    ['a string'],
    [null],
  ])('returns undefined for %p', (error) => {
    expect(requestFault(error)).toBeUndefined();
  });

  it('reports a body that is too large even if the limit is unknown', () => {
    expect(requestFault({ type: 'entity.too.large' })).toBe('The body is too large');
  });
});

describe('parserFault', () => {
  it('always returns a message about the request', () => {
    expect(parserFault({ code: 'HPE_INVALID_METHOD' }, 16_384)).toBe('The method is unknown');
    expect(parserFault(new Error('anything else'), 16_384)).toBe('The request is not well-formed HTTP');
  });
});

describe('statusOf', () => {
  it('reads a number from `statusCode` or `status`', () => {
    expect(
      [{ statusCode: 413 }, { status: 404 }, { status: '404' }, new Error('none'), undefined].map(statusOf),
    ).toEqual([413, 404, undefined, undefined, undefined]);
  });
});

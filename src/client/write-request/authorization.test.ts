import { describe, expect, it } from '@jest/globals';

import { authorization } from './authorization.ts';

describe('authorization', () => {
  it('is the scheme followed by the key', () => {
    expect(authorization('sk_live_test')).toEqual({ Authorization: 'Bearer sk_live_test' });
  });

  it.each(['sk_live_secret\nX-Admin: 1', 'sk_live_secret…', '', 'sk live'])(
    'rejects %j without repeating it',
    (apiKey) => {
      expect(() => authorization(apiKey)).toThrow(
        expect.objectContaining({ code: 'INVALID_REQUEST', message: expect.not.stringContaining('secret') }),
      );
    },
  );
});

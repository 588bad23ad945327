import { describe, expect, it } from '@jest/globals';

import { credentialsIn } from './credentials.ts';
import { maskerOf } from './secrets.ts';

const headers = {
  authorization: 'Bearer sk_live_abcdef123456',
  cookie: 'theme=dark; session=s3cr3t-value-42',
  'x-api-key': 'key-9876543210',
  accept: 'application/json-or-anything',
};

describe('the credentials of an exchange', () => {
  const mask = maskerOf({
    secrets: credentialsIn(
      [headers, { 'set-cookie': 'session=another-secret-1; Path=/' }],
      '/x?access_token=tok-123456&page=1',
    ),
  });

  it.each([
    'sk_live_abcdef123456',
    's3cr3t-value-42',
    'key-9876543210',
    'another-secret-1',
    'tok-123456',
    Buffer.from('sk_live_abcdef123456').toString('base64'),
    encodeURIComponent('theme=dark; session=s3cr3t-value-42'),
  ])('hide %s wherever it is', (secret) => {
    const masked = JSON.stringify(mask({ headers, message: `No access for ${secret}!` }));
    expect(masked).toContain('No access for ');
    expect(masked).not.toContain(secret);
  });

  it('leave the rest as it is', () => {
    expect(mask({ authorization: headers.authorization, accept: headers.accept, page: 'page=1' })).toEqual({
      authorization: 'Bearer $AUTHORIZATION_HEADER',
      accept: headers.accept,
      page: 'page=1',
    });
  });
});

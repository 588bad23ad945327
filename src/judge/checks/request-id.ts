import type { Check } from './check.ts';

/** Every response contains the request id. */
export const requestId: Check = ({ response }) =>
  (response.headers['x-request-id'] ?? '') === ''
    ? [
        {
          basis: 'ours',
          message: 'the response has no X-Request-Id header',
          received: { header: { 'x-request-id': null } },
        },
      ]
    : [];

import type { Check } from './check.ts';

/** Every answer carries the id of its request. */
export const requestId: Check = ({ response }) =>
  (response.headers['x-request-id'] ?? '') === ''
    ? [{ basis: 'ours', message: 'there is no X-Request-Id', received: { header: { 'x-request-id': null } } }]
    : [];

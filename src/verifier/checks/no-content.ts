import type { Check } from './check.ts';

const NO_CONTENT = 204;

/** A 204 has no body (RFC 9110, section 15.3.5). */
export const noContent: Check = ({ planned, response }) => {
  if (response.status !== NO_CONTENT || response.body === '') return [];
  return [{ basis: planned.basis, message: 'the 204 has a body' }];
};

import type { Check } from './check.ts';

const CHALLENGED_STATUS = 401;

/** A 401 contains a challenge for the Bearer scheme (RFC 9110, section 15.5.2; RFC 6750, section 3). */
export const challenge: Check = ({ response }) => {
  if (response.status !== CHALLENGED_STATUS) return [];
  const header = response.headers['www-authenticate'];
  const facts = {
    expected: { header: { 'www-authenticate': 'Bearer' } },
    received: { header: { 'www-authenticate': header ?? null } },
  };
  if (header === undefined) return [{ basis: 'ours', message: 'the 401 has no WWW-Authenticate header', ...facts }];
  // One header may contain several challenges. One of them must be for the scheme that the API uses.
  if (/(^|,)\s*Bearer(\s|,|$)/i.test(header)) return [];
  return [
    { basis: 'api', message: `WWW-Authenticate is "${header}", which does not offer the Bearer scheme`, ...facts },
  ];
};

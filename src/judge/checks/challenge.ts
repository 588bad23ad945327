import type { Check } from './check.ts';

const CHALLENGED_STATUS = 401;

const BEARER = 'Bearer';

/**
 * A 401 contains a challenge for the scheme of the keys (RFC 9110, section 15.5.2): Bearer (RFC 6750, section 3), unless the target
 * file declares another. If keys have no scheme, nothing is required.
 */
export const challenge: Check = ({ planned, response }) => {
  const { challenge: scheme = BEARER } = planned.expected.declared ?? {};
  if (response.status !== CHALLENGED_STATUS || scheme === null) return [];
  const header = response.headers['www-authenticate'];
  const facts = {
    expected: { header: { 'www-authenticate': scheme } },
    received: { header: { 'www-authenticate': header ?? null } },
  };
  if (header === undefined) return [{ basis: 'ours', message: 'the 401 has no WWW-Authenticate header', ...facts }];
  // One header may contain several challenges. One of them must be for the scheme that the API uses.
  if (offers(header, scheme)) return [];
  return [
    { basis: 'api', message: `WWW-Authenticate is "${header}", which does not offer the ${scheme} scheme`, ...facts },
  ];
};

function offers(header: string, scheme: string): boolean {
  return header.split(',').some((part) => part.trim().split(/\s/, 1)[0]?.toLowerCase() === scheme.toLowerCase());
}

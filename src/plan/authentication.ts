import type { Authentication } from './target.ts';

/** How the contract sends an API key: as a Bearer token (RFC 6750, section 2.1). */
export const bearer: Authentication = { header: 'authorization', scheme: 'Bearer' };

/** Whether a target takes the API key as the contract requires. */
export function isBearer({ header, scheme }: Authentication): boolean {
  return header === bearer.header && scheme?.toLowerCase() === 'bearer';
}

/** Returns the header that sends an API key. */
export function credentialHeader({ header, scheme }: Authentication, key: string): Readonly<Record<string, string>> {
  return { [header]: scheme === null ? key : `${scheme} ${key}` };
}

/**
 * Returns the scheme that a challenge for this kind of key must offer (RFC 9110, section 11.6.1), or `null` if the key has none,
 * so that no challenge fits.
 */
export function challengeScheme({ header, scheme }: Authentication): string | null {
  return header === bearer.header ? scheme : null;
}

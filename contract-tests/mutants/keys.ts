import type { BentRequest } from './bending.ts';

/** The `Authorization` headers for the API keys of the demo workspaces. */
export const READ_WRITE = 'Bearer sk_live_demo_read_write';
export const READ_ONLY = 'Bearer sk_live_demo_read_only';
export const EXPIRED = 'Bearer sk_live_demo_expired';
export const REVOKED = 'Bearer sk_live_demo_revoked';
export const OTHER_WORKSPACE = 'Bearer sk_live_demo_inventory';
export const ARCHIVE = 'Bearer sk_live_demo_archive';

/** Returns the same request with another API key. */
export function withKey(request: BentRequest, authorization: string): BentRequest {
  return { ...request, headers: { ...request.headers, authorization } };
}

/** Whether a request has the given `Authorization` header. */
export function brings({ headers }: BentRequest, authorization: string): boolean {
  return headers.authorization === authorization;
}

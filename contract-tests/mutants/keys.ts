import type { BentRequest } from './bending.ts';

/** The headers that bring the keys of the demo's workspaces. */
export const READ_WRITE = 'Bearer sk_live_demo_read_write';
export const READ_ONLY = 'Bearer sk_live_demo_read_only';
export const EXPIRED = 'Bearer sk_live_demo_expired';
export const REVOKED = 'Bearer sk_live_demo_revoked';
export const OTHER_WORKSPACE = 'Bearer sk_live_demo_inventory';
export const ARCHIVE = 'Bearer sk_live_demo_archive';

/** The same request with another key. */
export function withKey(request: BentRequest, authorization: string): BentRequest {
  return { ...request, headers: { ...request.headers, authorization } };
}

/** Whether a request brings a key. */
export function brings({ headers }: BentRequest, authorization: string): boolean {
  return headers.authorization === authorization;
}

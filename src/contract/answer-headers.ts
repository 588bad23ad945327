import { contract } from './contract.ts';

/**
 * The challenge sent with every 401 (RFC 9110, section 11.6.1; RFC 6750). It never varies, so it reveals nothing to an
 * unauthenticated caller.
 */
export const BEARER_CHALLENGE = 'Bearer realm="Workspace API"';

/**
 * Returns the headers of a response, except the request id. The content type has no charset parameter: RFC 8259 (section 11)
 * defines none for JSON.
 */
export function answerHeaders({ status }: { readonly status: number }): Readonly<Record<string, string>> {
  return {
    'content-type': contract.envelope.mediaType,
    ...(status === contract.scenarios.invalidApiKey.status ? { 'www-authenticate': BEARER_CHALLENGE } : {}),
  };
}

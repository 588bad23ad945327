import { contract } from '../contract/index.ts';

/** The challenge of every 401 (RFC 9110, section 11.6.1; RFC 6750). It is the same for all, so it tells a stranger nothing. */
const BEARER_CHALLENGE = 'Bearer realm="Workspace API"';

/** The headers of an answer, besides the id of the request. RFC 8259 (section 11) defines no charset for it. */
export function answerHeaders({ status }: { readonly status: number }): Readonly<Record<string, string>> {
  return {
    'content-type': contract.envelope.mediaType,
    ...(status === contract.scenarios.invalidApiKey.status ? { 'www-authenticate': BEARER_CHALLENGE } : {}),
  };
}

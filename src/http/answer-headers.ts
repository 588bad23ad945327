import type { ScenarioFailure } from '../contract/index.ts';
import { scenarios } from '../contract/index.ts';

/** The challenge of every 401 (RFC 9110, section 11.6.1; RFC 6750). It is the same for all, so it tells a stranger nothing. */
const BEARER_CHALLENGE = 'Bearer realm="Workspace API"';

/** The headers of the answer to a failure, besides the id of the request. RFC 8259 (section 11) defines no charset for JSON. */
export function answerHeaders({ status }: ScenarioFailure): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    ...(status === scenarios.invalidApiKey.status ? { 'www-authenticate': BEARER_CHALLENGE } : {}),
  };
}

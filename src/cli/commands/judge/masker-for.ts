import type { Secrets } from '../../../masking/index.ts';
import { credentialsIn, maskerOf } from '../../../masking/index.ts';
import type { MaskerFor } from '../../../traffic/index.ts';

/** Returns what hides the keys of an exchange: those that are known, and the credentials that the exchange itself has. */
export function maskerForTraffic(secrets: Secrets): MaskerFor {
  return ({ request, response }) => {
    const own = credentialsIn([request.headers, response.headers], request.url);
    return maskerOf({ secrets: { ...own, ...secrets } });
  };
}

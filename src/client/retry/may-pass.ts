import { scenarios } from '../../../generated/client-table.ts';
import { documentedScenarios } from '../read-answer/documented-scenarios.ts';
import type { ClientErrorOf, Failure } from '../result/result.ts';
import { wasNotSent } from './was-not-sent.ts';

/** The statuses that gateways return for a busy or unavailable server (RFC 6585, section 4; RFC 9110, section 15.6). */
const OF_GATEWAYS: readonly number[] = [429, 502, 503, 504];

/** The methods that only read (RFC 9110, section 9.2.1). */
const SAFE = /^(GET|HEAD|OPTIONS|TRACE)$/;

/**
 * Whether a failure may be temporary, so that it is useful and safe to retry the request. This holds for a read that failed
 * with a network error, a gateway status, or a failure that the contract marks `retryable`. It also holds for any request that
 * was provably never sent. A status that the operation documents is never treated as a gateway's: it is retried only if
 * everything documented for it is retryable.
 */
export function mayPass(method: string, { error, response }: Failure<ClientErrorOf>): boolean {
  const possible =
    'scenario' in error
      ? [error.scenario]
      : 'why' in error && OF_GATEWAYS.includes(error.status)
        ? documentedScenarios(error.operationId, error.status)
        : error.code !== 'NETWORK' && [undefined];
  return (
    (!possible || possible.every((name) => name && 'retryable' in scenarios[name])) &&
    (SAFE.test(method) || (!response && wasNotSent(error.cause)))
  );
}

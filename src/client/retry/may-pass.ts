import { scenarios } from '../../../generated/client-table.ts';
import { documentedScenarios } from '../read-answer/documented-scenarios.ts';
import type { ClientErrorOf, Failure } from '../result/result.ts';
import { wasNotSent } from './was-not-sent.ts';

/** What gateways answer for a server that is busy or away (RFC 6585, section 4; RFC 9110, section 15.6). */
const OF_GATEWAYS: readonly number[] = [429, 502, 503, 504];

/** The methods that only read (RFC 9110, section 9.2.1). */
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/**
 * Whether a failure may pass by itself, so that the request is worth repeating and safe to repeat: a read that found no server, a
 * busy gateway or a documented failure that the contract calls `retryable`; and any request that provably was not sent. A status that
 * the operation documents is never taken for a gateway's: what it documents for that status has to be retryable.
 */
export function mayPass(method: string, { error, response }: Failure<ClientErrorOf>): boolean {
  const possible =
    'scenario' in error
      ? [error.scenario]
      : 'why' in error && OF_GATEWAYS.includes(error.status) && documentedScenarios(error.operationId, error.status);
  const passes =
    error.code === 'NETWORK' || (possible && possible.every((name) => name && 'retryable' in scenarios[name]));
  return !!passes && (SAFE.includes(method) || (!response && wasNotSent(error.cause)));
}

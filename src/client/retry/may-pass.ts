import { scenarios } from '../../../generated/client-table.ts';
import type { ClientErrorOf, Failure } from '../result/result.ts';
import { wasNotSent } from './was-not-sent.ts';

/** What gateways answer for a server that is busy or away (RFC 6585, section 4; RFC 9110, section 15.6). */
const OF_GATEWAYS: readonly number[] = [429, 502, 503, 504];

const READS: readonly string[] = ['GET', 'HEAD'];

/**
 * Whether a failure may pass by itself, so that the request is worth repeating and safe to repeat: a read that found no server, a
 * busy gateway or a documented failure that the contract calls `retryable`; and any request that provably was not sent.
 */
export function mayPass(method: string, { error, response }: Failure<ClientErrorOf>): boolean {
  const passes =
    error.code === 'NETWORK' ||
    ('why' in error && OF_GATEWAYS.includes(error.status)) ||
    ('scenario' in error && error.scenario && 'retryable' in scenarios[error.scenario]);
  return !!passes && (READS.includes(method) || (!response && wasNotSent(error.cause)));
}

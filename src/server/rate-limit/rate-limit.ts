import type { IncomingMessage } from 'node:http';

import type { FastifyReply } from 'fastify';

import { bearerOf } from '../admission/api-key.ts';
import { hashOf } from '../store/key-hash.ts';
import { TokenBuckets } from './token-buckets.ts';

/** The status of a response to a request above the limit. The contract does not contain it: it is a gateway's. */
export const TOO_MANY_REQUESTS = 429;

/** Not a string, because responses with one are JSON. */
const BODY = Buffer.from('Too Many Requests\n');

/**
 * Limits how many requests each API key can send. It comes before the contract, as a gateway would, and before the key is looked up: what
 * was sent as a key counts, whether it is valid or not. Requests without a key count for their address.
 */
export class RateLimit {
  readonly #buckets: TokenBuckets;
  readonly #now: () => number;

  /**
   * `perSecond` is how many requests a second each key may send; `now` returns the time in milliseconds.
   * @throws {RangeError} if `perSecond` is not a positive number
   */
  constructor(perSecond: number, now: () => number) {
    if (!(perSecond > 0)) throw new RangeError(`The rate limit must be a positive number, not ${perSecond}`);
    this.#buckets = new TokenBuckets(perSecond);
    this.#now = now;
  }

  /** Responds to a request that exceeds the limit. Returns whether it does. */
  refuses(request: IncomingMessage, reply: FastifyReply): boolean {
    const wait = this.#buckets.take(callerOf(request), this.#now());
    if (wait === 0) return false;
    // RFC 6585, section 4, and RFC 9110, section 10.2.3: whole seconds.
    const headers = { 'content-type': 'text/plain', 'retry-after': String(Math.ceil(wait / 1000)) };
    reply.code(TOO_MANY_REQUESTS).headers(headers).send(BODY);
    return true;
  }
}

/** Returns who sent a request: the hash of a key, so that no key is kept in memory, or an address. */
function callerOf(request: IncomingMessage): string {
  const key = bearerOf(request);
  return key === undefined ? (request.socket.remoteAddress ?? '') : hashOf(key);
}

import type { IncomingMessage } from 'node:http';

import { contract } from '../contract/index.ts';

type HeaderValues = Readonly<Record<string, string>>;

/** Stands for every origin. */
const ANY = '*';

const METHODS = [...new Set(contract.operationIds.map((id) => contract.operations[id].method.toUpperCase()))];

/** How long a browser may remember a preflight response, in seconds. */
const MAX_AGE = '600';

/**
 * CORS for pages of some origins (Fetch Standard, section 3.3). Pages send their key in a header, and the server ignores cookies,
 * so requests with credentials are not allowed.
 */
export class Cors {
  readonly #origins: ReadonlySet<string>;

  /** `origins` are written as browsers send them, such as `https://app.example.com`. `*` allows every page. */
  constructor(origins: readonly string[]) {
    this.#origins = new Set(origins);
  }

  /** Returns the headers that let a page read the response, if its origin is allowed. */
  headers({ headers: { origin } }: IncomingMessage): HeaderValues {
    if (this.#origins.has(ANY)) return allow(ANY);
    // Also without an origin, because a cache must not use that response for a page.
    const vary = { vary: 'origin' };
    return origin !== undefined && this.#origins.has(origin) ? { ...allow(origin), ...vary } : vary;
  }

  /** Returns the headers of responses to requests that Node could not parse, whose origin is unknown. */
  get rawHeaders(): HeaderValues {
    return this.#origins.has(ANY) ? allow(ANY) : {};
  }

  /** Returns the additional headers of the response to a preflight request. */
  preflightHeaders({ headers }: IncomingMessage): HeaderValues {
    const isAllowed = this.#origins.has(ANY) || this.#origins.has(String(headers.origin));
    if (!isAllowed) return {};
    const requested = headers['access-control-request-headers'];
    return {
      'access-control-allow-methods': METHODS.join(', '),
      // The wildcard would not include `Authorization`.
      ...(requested === undefined ? {} : { 'access-control-allow-headers': requested }),
      ...(headers['access-control-request-private-network'] === 'true'
        ? { 'access-control-allow-private-network': 'true' }
        : {}),
      'access-control-max-age': MAX_AGE,
    };
  }
}

/** Whether a request is a preflight, with which a browser asks if it may send the actual request. It never contains a key. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

function allow(origin: string): HeaderValues {
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'x-request-id, www-authenticate, retry-after',
  };
}

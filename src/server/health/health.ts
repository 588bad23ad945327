import type { FastifyInstance } from 'fastify';

import type { Log } from '../log/log.ts';
import type { Store } from '../store/store.ts';
import { Readiness } from './readiness.ts';

/** What the health checks depend on. */
interface Watched {
  readonly store: Pick<Store, 'ping'>;
  readonly log: Log;
}

/** When the server is not ready. */
export interface Unreadiness {
  /** Whether the server is stopping, and only finishes requests that are already under way. */
  isClosing(): boolean;
  /** How long the database may take to respond, in milliseconds. */
  readonly timeout: number;
}

/**
 * Adds health checks for load balancers and orchestrators, outside of the API and without a key. `/healthz` reports whether the
 * process is alive, and `/readyz` whether it can take requests.
 */
export function addHealth(app: FastifyInstance, { store, log }: Watched, unready: Unreadiness): void {
  const readiness = new Readiness(store, unready.timeout, log);
  const config = { purpose: 'health' } as const;
  app.get('/healthz', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  });
  app.get('/readyz', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const reason = unready.isClosing() ? 'stopping' : (await readiness.isReady()) ? undefined : 'database';
    if (reason === undefined) return { status: 'ready' };
    reply.code(503);
    return { status: 'unavailable', reason };
  });
}

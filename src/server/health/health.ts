import type { FastifyInstance } from 'fastify';

import type { Log } from '../log/log.ts';
import type { Store } from '../store/store.ts';
import { Readiness } from './readiness.ts';

/** What the answers come from. */
interface Watched {
  readonly store: Pick<Store, 'ping'>;
  readonly log: Log;
}

/** When the server is not ready. */
export interface Unreadiness {
  /** Whether it answers only what was on its way when it was stopped. */
  isClosing(): boolean;
  /** How long the database may take to answer, in milliseconds. */
  readonly timeout: number;
}

/**
 * Adds what watches over servers asks, without a key and outside of the API: `/healthz`, whether the process lives, and `/readyz`,
 * whether requests may be sent to it.
 */
export function addHealth(app: FastifyInstance, { store, log }: Watched, unready: Unreadiness): void {
  const readiness = new Readiness(store, unready.timeout, log);
  app.get('/healthz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  });
  app.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const reason = unready.isClosing() ? 'stopping' : (await readiness.isReady()) ? undefined : 'database';
    if (reason === undefined) return { status: 'ready' };
    reply.code(503);
    return { status: 'unavailable', reason };
  });
}

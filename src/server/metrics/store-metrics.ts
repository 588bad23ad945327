import type { Registry } from 'prom-client';
import { Gauge } from 'prom-client';

import type { Store } from '../store/store.ts';

/** Adds what a store can say about itself without a query to the database. */
export function addStoreMetrics(registry: Registry, store: Pick<Store, 'measure'>): void {
  const registers = [registry];
  const { kind, files, pools } = store.measure();
  new Gauge({
    name: 'workspace_api_store_info',
    help: 'What keeps the records; always 1.',
    labelNames: ['kind'],
    registers,
  }).set({ kind }, 1);
  if (files !== undefined) {
    const gauge = new Gauge({
      name: 'workspace_api_store_size_bytes',
      help: 'The size of the SQLite database, and of its write-ahead log.',
      labelNames: ['part'],
      registers,
      collect() {
        for (const [part, bytes] of Object.entries(store.measure().files ?? {})) gauge.set({ part }, bytes);
      },
    });
  }
  if (pools !== undefined) addPoolMetrics(registry, store);
}

function addPoolMetrics(registry: Registry, store: Pick<Store, 'measure'>): void {
  const poolGauge = (name: string, help: string, member: 'open' | 'idle' | 'waiting' | 'limit'): void => {
    const gauge = new Gauge({
      name: `workspace_api_pool_${name}`,
      help,
      labelNames: ['pool'],
      registers: [registry],
      collect() {
        for (const [pool, measures] of Object.entries(store.measure().pools ?? {}))
          gauge.set({ pool }, measures[member]);
      },
    });
  };
  poolGauge('connections', 'Open connections to PostgreSQL.', 'open');
  poolGauge('idle_connections', 'Open connections to PostgreSQL that no request uses.', 'idle');
  poolGauge('max_connections', 'The most connections that the pool may open.', 'limit');
  poolGauge('waiting_requests', 'Requests that wait for a connection to PostgreSQL.', 'waiting');
}

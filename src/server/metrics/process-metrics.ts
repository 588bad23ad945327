import { collectDefaultMetrics, Registry } from 'prom-client';

let shared: Registry | undefined;

/**
 * Returns the metrics of this process: CPU, memory, garbage collection, file descriptors and the delay of the event loop. All servers of a
 * process share them, because their observers cannot be stopped.
 */
export function processMetrics(): Registry {
  if (shared === undefined) {
    shared = new Registry();
    collectDefaultMetrics({ register: shared });
  }
  return shared;
}

import { Registry } from 'prom-client';

import type { Store } from '../store/store.ts';
import { processMetrics } from './process-metrics.ts';
import { RequestMetrics } from './request-metrics.ts';
import { addStoreMetrics } from './store-metrics.ts';

/** All metrics of a server. */
export class ServerMetrics {
  readonly requests: RequestMetrics;
  readonly #registry = new Registry();
  // From the start, because some of them are measured between two readings.
  readonly #process = processMetrics();

  constructor(store: Pick<Store, 'measure'>) {
    this.requests = new RequestMetrics(this.#registry);
    addStoreMetrics(this.#registry, store);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Returns the metrics in the text format of Prometheus. */
  async text(): Promise<string> {
    return Registry.merge([this.#registry, this.#process]).metrics();
  }
}

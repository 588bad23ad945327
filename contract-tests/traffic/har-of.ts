import { HAR_HEAD, HAR_TAIL, harEntry } from '../../src/recordings/index.ts';
import type { RecordedExchange } from '../../src/traffic/index.ts';

/** Returns a HAR file of some exchanges. */
export function harOf(exchanges: readonly RecordedExchange[]): string {
  const entries = exchanges.map((exchange) =>
    harEntry({ ...exchange, request: { ...exchange.request, url: ORIGIN + exchange.request.url } }),
  );
  return HAR_HEAD + entries.map((entry) => JSON.stringify(entry)).join(',') + HAR_TAIL;
}

const ORIGIN = 'https://app.example.com';

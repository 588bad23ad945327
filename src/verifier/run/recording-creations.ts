import type { CreatedByRun, PlannedRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { shownRecords } from '../records/shown-records.ts';

type Send = (request: PlannedRequest) => Promise<Exchange>;

/** Returns a function that sends requests, and the records that they create. */
export function recordingCreations(send: Send): { readonly send: Send; readonly records: readonly CreatedByRun[] } {
  const records: CreatedByRun[] = [];
  return {
    records,
    send: async (request) => {
      const exchange = await send(request);
      if (request.method !== 'POST' || !('response' in exchange) || exchange.response.status >= 300) return exchange;
      const [record] = shownRecords(exchange.response.body);
      if (record !== undefined) records.push({ id: record.id, request });
      return exchange;
    },
  };
}

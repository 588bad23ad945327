import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { createHttpClient } from './http-client.ts';
import type { Sender } from './sender.ts';

/** The sender `http`: sends several cases at a time over keep-alive connections. */
export const http: Sender = async (cases, { connection, concurrency, onSent, onLost, signal }) => {
  const client = createHttpClient(connection);
  const queue = cases.values();
  let failed = false;
  const send = async (request: PlannedRequest): Promise<Exchange> => {
    try {
      return await client.send(request);
    } catch (error) {
      onLost?.(request);
      throw error;
    }
  };
  const work = async (): Promise<void> => {
    for (const planned of queue) {
      if (failed || signal?.aborted) return;
      onSent({ planned, exchange: await send(planned.request) });
    }
  };
  const watched = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  try {
    // Wait for all workers before throwing: requests in flight may still create records.
    const ends = await Promise.allSettled(Array.from({ length: concurrency }, watched));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    client.close();
  }
};

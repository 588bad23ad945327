import { createHttpClient } from './http-client.ts';
import type { Sender } from './sender.ts';

/** Our own sender: several cases at once, over connections that are kept alive. */
export const http: Sender = async (cases, { connection, concurrency, onSent, signal }) => {
  const client = createHttpClient(connection);
  const queue = cases.values();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const planned of queue) {
      if (failed || signal?.aborted) return;
      onSent({ planned, exchange: await client.send(planned.request) });
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
    // All workers come to rest before a failure is told: what is under way may yet create something.
    const ends = await Promise.allSettled(Array.from({ length: concurrency }, watched));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    client.close();
  }
};

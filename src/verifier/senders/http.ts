import { createHttpClient } from './http-client.ts';
import type { Sender } from './sender.ts';

/** Our own sender: several cases at once, over connections that are kept alive. */
export const http: Sender = async (cases, { target, timeout, concurrency, onSent, signal }) => {
  const client = createHttpClient(target.baseUrl, timeout);
  const queue = cases.values();
  const work = async (): Promise<void> => {
    for (const planned of queue) {
      if (signal?.aborted) return;
      onSent({ planned, exchange: await client.send(planned.request) });
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, work));
  } finally {
    client.close();
  }
};

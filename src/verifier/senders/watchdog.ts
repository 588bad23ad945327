import * as http from 'node:http';
import * as https from 'node:https';

import type { Connection } from './sender.ts';

/** Aborts exchanges that never finish: Dredd's timeout only covers the time until a response begins. */
export interface Watchdog {
  /** The agent that the client must use. */
  readonly agent: http.Agent;
  /** Starts watching an exchange. */
  start(): void;
  /** Stops watching. Returns why the exchange was aborted, if it was. */
  stop(): string | undefined;
  close(): void;
}

/** Watches one exchange at a time. */
export function watchdog({ baseUrl, timeout, ca, insecure }: Connection): Watchdog {
  const agent = baseUrl.startsWith('https:')
    ? new https.Agent({ keepAlive: true, ca, rejectUnauthorized: !insecure })
    : new http.Agent({ keepAlive: true });
  let timer: NodeJS.Timeout | undefined;
  let reason: string | undefined;
  return {
    agent,
    start() {
      clearTimeout(timer);
      reason = undefined;
      timer = setTimeout(() => {
        reason = `timed out after ${timeout} ms, before the response was complete`;
        agent.destroy();
      }, timeout);
    },
    stop() {
      clearTimeout(timer);
      return reason;
    },
    close() {
      clearTimeout(timer);
      agent.destroy();
    },
  };
}

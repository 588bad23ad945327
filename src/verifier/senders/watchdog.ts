import * as http from 'node:http';
import * as https from 'node:https';

import type { Connection } from './sender.ts';

/** Ends the exchanges of a client that waits for ever: Dredd's time-out ends when an answer begins, not when it ends. */
export interface Watchdog {
  /** The agent that the client has to use. */
  readonly agent: http.Agent;
  /** Begins to watch an exchange. */
  start(): void;
  /** Ends watching, and tells why the exchange was cut off, if it was. */
  stop(): string | undefined;
  close(): void;
}

/** Watches one exchange at a time. */
export function watchdog({ baseUrl, timeout, ca, insecure }: Connection): Watchdog {
  const agent = baseUrl.startsWith('https:')
    ? new https.Agent({ keepAlive: true, ca, rejectUnauthorized: !insecure })
    : new http.Agent({ keepAlive: true });
  let timer: NodeJS.Timeout | undefined;
  let bitten: string | undefined;
  return {
    agent,
    start() {
      clearTimeout(timer);
      bitten = undefined;
      timer = setTimeout(() => {
        bitten = `no whole answer within ${timeout} ms`;
        agent.destroy();
      }, timeout);
    },
    stop() {
      clearTimeout(timer);
      return bitten;
    },
    close() {
      clearTimeout(timer);
      agent.destroy();
    },
  };
}

import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { inspect } from 'node:util';

import { answerBrokenFraming } from './http/broken-framing.ts';
import { openPrism } from './prism/prism.ts';
import type { Log } from './http/request-listener.ts';
import { requestListener } from './http/request-listener.ts';
import { BASE_PATH } from './request/route.ts';

/** Where the mock listens, and what it does where it fails itself. */
export interface MockOptions {
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** 4010 by default; 0 lets the system pick a free one. */
  readonly port?: number;
  /** What to do with a failure that is the mock's own; it is written to standard error by default. */
  readonly log?: Log;
}

/** A mock that runs. */
export interface Mock {
  /** Everything before `/{orgSlug}`: `http://127.0.0.1:4010/api/v1`. */
  readonly url: string;
  /** Stops it; open connections are cut. */
  close(): Promise<void>;
}

/**
 * Starts the mock of the contract: every documented answer on demand, nothing stored, and whatever is sent, an answer that
 * the contract knows. `triggers` says what provokes what.
 * @throws {Error} Node's own, when the port is taken (`EADDRINUSE`) or the host is none.
 */
export async function startMock({
  host = '127.0.0.1',
  port = 4010,
  log = logToStandardError,
}: MockOptions = {}): Promise<Mock> {
  // Node's own answer to a missing Host header would have no envelope; the front answers it.
  const server = createServer({ requireHostHeader: false });
  const listener = requestListener(openPrism(), log);
  server.on('request', listener);
  // Without this Node answers an unknown Expect header itself, with a bare 417.
  server.on('checkExpectation', listener);
  answerBrokenFraming(server);
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: `${originOf(server)}${BASE_PATH}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function logToStandardError({ requestId, error }: Parameters<Log>[0]): void {
  process.stderr.write(`The mock failed on request ${requestId}: ${inspect(error)}\n`);
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mock listens on no port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

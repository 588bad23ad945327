import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { inspect } from 'node:util';

import { answerParserError, answerProtocolEvents } from '../error-responses/index.ts';
import { DEFAULT_PORT } from './default-url.ts';
import { anyOrigin } from './http/cors.ts';
import type { Log } from './http/request-listener.ts';
import { requestListener } from './http/request-listener.ts';
import type { Prism } from './prism/prism.ts';
import { openPrism } from './prism/prism.ts';
import { BASE_PATH } from './core/route.ts';

/** Where the mock listens, and what it does where it fails itself. */
export interface MockOptions {
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** The mock's port in openapi.yaml by default; 0 lets the system pick a free one. */
  readonly port?: number;
  /**
   * Whether Prism is loaded as soon as the mock has been up for a second, rather than by the first request with parameters or a
   * body, which then waits for it. False by default: a test may never send one.
   */
  readonly preload?: boolean;
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
  port = DEFAULT_PORT,
  preload = false,
  log = logToStandardError,
}: MockOptions = {}): Promise<Mock> {
  // Node's own answer to a missing Host header would have no envelope; the front answers it.
  const server = createServer({ requireHostHeader: false });
  const prism = openPrism();
  server.on('request', requestListener(prism, log));
  // What never becomes a request, Node would answer without an envelope or not at all.
  const answering = { headers: anyOrigin };
  answerProtocolEvents(server, answering);
  server.on('clientError', (error, socket) => answerParserError(error, socket, answering));
  server.listen(port, host);
  await once(server, 'listening');
  const preloading = preload ? setTimeout(() => void preloadQuietly(prism), PRELOAD_AFTER).unref() : undefined;
  return {
    url: `${originOf(server)}${BASE_PATH}`,
    async close() {
      clearTimeout(preloading);
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Loading keeps the mock from answering: in its first milliseconds that would be noticed. */
const PRELOAD_AFTER = 1_000;

/** Where Prism can not be loaded, the first request that needs it fails by that, and tells. */
async function preloadQuietly(prism: Prism): Promise<void> {
  await prism.preload().catch(() => undefined);
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

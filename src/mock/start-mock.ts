import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { inspect } from 'node:util';

import { parseDefinition } from '../workspace/index.ts';
import { answerParserError, answerProtocolEvents, neverThrows } from '../error-responses/index.ts';
import { anyOrigin } from '../mock-core/index.ts';
import type { Log } from './http/request-listener.ts';
import { requestListener } from './http/request-listener.ts';
import type { Prism } from './prism/prism.ts';
import { openPrism } from './prism/prism.ts';
import type { ShownWorkspaces } from '../mock-core/index.ts';
import { BASE_PATH, demoWorkspaces, loadOwnWorkspaces } from '../mock-core/index.ts';
import { DEFAULT_PORT } from './triggers/default-url.ts';

/** What the mock shows, where it listens, and how it reports its own errors. */
export interface MockOptions {
  /**
   * Your own workspaces: the content of a definition file, as `workspace-api serve --workspaces` reads it. By default, the mock shows
   * the demo workspaces.
   */
  readonly definition?: object;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** The mock's port in openapi.yaml by default; 0 picks a free port. */
  readonly port?: number;
  /**
   * Whether to load Prism one second after the start, rather than with the first request that has parameters or a body, which then
   * has to wait. False by default, because a test may never send such a request.
   */
  readonly preload?: boolean;
  /** Called with an unexpected error, which is a bug in the mock. Writes it to standard error by default. */
  readonly log?: Log;
}

/** A running mock. */
export interface Mock {
  /** Everything before `/{orgSlug}`: `http://127.0.0.1:4010/api/v1`. */
  readonly url: string;
  /**
   * Shows other workspaces from now on. The address stays the same.
   * @throws {DefinitionError} if the definition cannot be used; then the mock shows what it showed before
   */
  show(definition: object): Promise<void>;
  /** Stops the mock and closes all open connections. */
  close(): Promise<void>;
}

/**
 * Starts the mock. It returns every documented response on demand, stores nothing, and responds to any request with a response that
 * the contract documents. `triggers` lists which values trigger which scenario.
 * @throws {DefinitionError} if the definition cannot be used
 * @throws {Error} Node's own error if the port is in use (`EADDRINUSE`) or the host is not an address of this machine
 */
export async function startMock({
  definition,
  host = '127.0.0.1',
  port = DEFAULT_PORT,
  preload = false,
  log = logToStandardError,
}: MockOptions = {}): Promise<Mock> {
  // Node's own response to a missing Host header has no error envelope, so the mock checks the header itself.
  const server = createServer({ requireHostHeader: false });
  const prism = openPrism();
  let shown = definition === undefined ? demoWorkspaces : await readOwn(definition);
  server.on(
    'request',
    requestListener(prism, () => shown, neverThrows(log)),
  );
  // Node responds to unparsable and other special requests without an error envelope, or not at all.
  const answering = { headers: anyOrigin };
  answerProtocolEvents(server, answering);
  server.on('clientError', (error, socket) => answerParserError(error, socket, answering));
  server.listen(port, host);
  await once(server, 'listening');
  const preloading = preload ? setTimeout(() => void preloadQuietly(prism), PRELOAD_AFTER).unref() : undefined;
  return {
    url: `${originOf(server)}${BASE_PATH}`,
    async show(next) {
      shown = await readOwn(next);
    },
    async close() {
      clearTimeout(preloading);
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Loads the code for own definitions when it is needed, because the demo starts faster without it: also the generator of texts for patterns. */
async function readOwn(definition: object): Promise<ShownWorkspaces> {
  await import('../workspace-contract/index.ts');
  return loadOwnWorkspaces(await parseDefinition(definition));
}

/** Milliseconds to wait before preloading. Loading blocks the mock, which would delay the first requests after the start. */
const PRELOAD_AFTER = 1_000;

/** Ignores an error, because the first request that needs Prism fails with the same error and reports it. */
async function preloadQuietly(prism: Prism): Promise<void> {
  await prism.preload().catch(() => undefined);
}

function logToStandardError({ requestId, error }: Parameters<Log>[0]): void {
  process.stderr.write(`The mock failed on request ${requestId}: ${inspect(error)}\n`);
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mock is not listening on a port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

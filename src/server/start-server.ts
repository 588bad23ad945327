import { lookup } from 'node:dns/promises';

import { contract } from '../contract/index.ts';
import type { Definition } from '../workspace/index.ts';
import type { Timeouts } from './app.ts';
import { createApp } from './app.ts';
import type { Log, RequestLog } from './log/log.ts';
import { serverLog } from './log/log.ts';
import { PostgresStore } from './store/postgres/postgres-store.ts';
import { SqliteStore } from './store/sqlite/sqlite-store.ts';

/** What the server serves, and where. */
export interface ServerOptions {
  /** The workspaces to begin with: those that are not there yet are created, and those that are stay as they are. None by default. */
  readonly definition?: Definition;
  /** The SQLite file that keeps everything, and is made where there is none; in memory by default. */
  readonly data?: string;
  /**
   * The URL of the PostgreSQL database that keeps everything, instead of SQLite: `postgres://user:password@host/database`. Any
   * number of servers may share it.
   */
  readonly database?: string;
  /** The address to listen on; `127.0.0.1` by default. */
  readonly host?: string;
  /** The port to listen on; that of the server in openapi.yaml by default, and 0 lets the system pick one. */
  readonly port?: number;
  /** Whether a request may ask for an unexpected error, with the contract's header for faults; false by default. */
  readonly faults?: boolean;
  /** What time it is, for keys that expire. */
  readonly now?: () => Date;
  /** Takes the cause of every unexpected error; a line on standard error by default. */
  readonly log?: Log;
  /** Takes what is told of every request; by default nobody does. */
  readonly logRequest?: RequestLog | undefined;
  /**
   * How long the headers of a request, and all of it, may take to arrive, how long the database may take to answer for the
   * server to be ready, and for how long connections that clients keep stay open once it closes, in milliseconds; 5,000, 10,000,
   * 1,000 and 0 by default.
   */
  readonly timeouts?: Partial<Timeouts>;
  /** How many connections may be open at once; one more is closed before anything of it is read. 1,000 by default. */
  readonly connections?: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Where the API begins, without a slash at its end: `http://127.0.0.1:4000/api/v1`. */
  readonly url: string;
  /**
   * Takes no new connections; answers the open requests, for as long as a request may take, and those that come on the
   * connections that are still open; lets go of the database.
   */
  close(): Promise<void>;
}

/**
 * Starts the reference server.
 * @throws {DataPlaceError} where `data` or `database` can not be used
 * @throws {AdministrationError} where a key of a workspace that is to be created is another's
 * @throws Node's own error where the address can not be listened on
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    definition,
    data,
    database,
    host = '127.0.0.1',
    port = contract.servers.server.port,
    faults = false,
    now = () => new Date(),
    log = serverLog('error').log,
    logRequest,
    connections = 1000,
  } = options;
  const timeouts = { headers: 5000, request: 10_000, ready: 1000, drain: 0, ...options.timeouts };
  const store =
    database === undefined
      ? new SqliteStore(definition, data)
      : await PostgresStore.open(definition, database, (error) => log({ error }));
  const app = createApp({ store, faults, now, log, logRequest }, timeouts);
  app.server.maxConnections = connections;
  const close = async (): Promise<void> => {
    // Node stops to look after slow requests when it closes, so one that never ends would keep it open.
    const timer = setTimeout(() => app.server.closeAllConnections(), timeouts.drain + timeouts.request);
    await app.close();
    clearTimeout(timer);
    await store.close();
  };
  try {
    // Fastify would listen on each of the addresses that the name has, by servers that it looks after less.
    const address = host === 'localhost' ? (await lookup(host)).address : host;
    const origin = await app.listen({ host: address, port });
    return { url: origin + contract.servers.server.basePath, close };
  } catch (error) {
    await close();
    throw error;
  }
}

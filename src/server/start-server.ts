import { lookup } from 'node:dns/promises';

import { contract } from '../contract/index.ts';
import { neverThrows } from '../error-responses/index.ts';
import type { Definition } from '../workspace/index.ts';
import { parseDefinition } from '../workspace/index.ts';
import type { Timeouts } from './app.ts';
import { createApp } from './app.ts';
import { Cors } from './cors.ts';
import { developmentOf } from './development/development.ts';
import { injections } from '../injection/index.ts';
import { isLoopback } from './is-loopback.ts';
import type { Log, RequestLog } from './log/log.ts';
import { serverLog } from './log/log.ts';
import type { MetricsEndpoint } from './metrics/metrics-endpoint.ts';
import { serveMetrics } from './metrics/metrics-endpoint.ts';
import type { ServerMetrics } from './metrics/server-metrics.ts';
import { RequestObserver } from './observation/request-observer.ts';
import { RateLimit } from './rate-limit/rate-limit.ts';
import { defaultLimits } from './store/postgres/limits.ts';
import { PostgresStore } from './store/postgres/postgres-store.ts';
import { SqliteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** Options for `startServer`. */
export interface ServerOptions {
  /**
   * The initial workspaces: a `Definition`, or the content of a definition file. Missing ones are created; existing ones are not changed.
   * None by default.
   */
  readonly definition?: object;
  /** The SQLite file that stores everything. It is created if it does not exist. By default, everything is stored in memory. */
  readonly data?: string;
  /**
   * The URL of a PostgreSQL database that stores everything, instead of SQLite: `postgres://user:password@host/database`. Any
   * number of servers can share it.
   */
  readonly database?: string;
  /** The address to listen on; `127.0.0.1` by default. */
  readonly host?: string;
  /** The port to listen on; by default the port of the server in openapi.yaml. 0 picks a free port. */
  readonly port?: number;
  /**
   * Whether this is a server for front-end development: it keeps everything in memory, listens only on this machine, accepts the mock's
   * test keys, lets every page use the API, and responds to `Prefer`, `X-Mock-Delay`, `X-Mock-Fault` and `X-Fault` as the mock does. It
   * goes with none of `data`, `database` and a `host` that others can reach. False by default.
   */
  readonly dev?: boolean;
  /** Whether a request can provoke an unexpected error with the contract's fault header; false by default. */
  readonly faults?: boolean;
  /** Returns the current time, for keys that expire. */
  readonly now?: () => Date;
  /** Called with every unexpected error; by default, writes a line to standard error. */
  readonly log?: Log;
  /** Called with every request; by default, requests are not logged. */
  readonly logRequest?: RequestLog | undefined;
  /**
   * Time limits in milliseconds: `headers` and `request` for receiving the headers and the whole of a request (5,000 and 10,000
   * by default), `unread` for a client to read some of a response (15,000), `ready` for the database to respond to a readiness
   * check (1,000), and `drain` for keeping idle connections open while the server closes (0).
   */
  readonly timeouts?: Partial<Timeouts>;
  /** How many connections may be open at the same time; 1,000 by default. Further connections are closed before anything is read. */
  readonly connections?: number;
  /** How many connections to PostgreSQL the server may open, half of them for writes; 10 by default, at least 2. */
  readonly databaseConnections?: number;
  /**
   * The port on which to serve metrics for Prometheus, under `/metrics`; 0 picks a free port. By default, there are no metrics.
   */
  readonly metricsPort?: number | undefined;
  /** The address on which to serve metrics; `127.0.0.1` by default. */
  readonly metricsHost?: string;
  /**
   * How many requests a second each API key can send, after a burst of as many; no limit by default. Above it, the server responds with
   * 429 and `Retry-After`, which the contract does not contain. Requests without a key share the limit of their address.
   */
  readonly rateLimit?: number | undefined;
  /** The origins whose pages browsers let use the API, such as `https://app.example.com`; `*` is every origin. None by default. */
  readonly cors?: readonly string[];
}

/** A server that is listening. */
export interface RunningServer {
  /** The base URL of the API, without a trailing slash: `http://127.0.0.1:4000/api/v1`. */
  readonly url: string;
  /** The URL of the metrics: `http://127.0.0.1:9464/metrics`. `undefined` without `metricsPort`. */
  readonly metricsUrl?: string | undefined;
  /**
   * Stops accepting connections, responds to the open requests and to those that arrive on connections that are still open, and
   * closes the database. Requests that take longer than `timeouts.drain` and `timeouts.request` together are cut off.
   */
  close(): Promise<void>;
}

/**
 * Starts the reference server.
 * @throws {DataPlaceError} if `data` or `database` cannot be used
 * @throws {AdministrationError} if a key of a new workspace already belongs to another workspace
 * @throws {DefinitionError} if the definition cannot be used, or a server for development needs the `example` of a column
 * @throws {MetricsEndpointError} if the server cannot listen on the port of the metrics
 * @throws {RangeError} if `rateLimit` is not a positive number
 * @throws {TypeError} if `dev` is combined with options that it does not go with
 * @throws Node's error if the server cannot listen on the address
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    data,
    database,
    dev = false,
    host = '127.0.0.1',
    port = contract.servers.server.port,
    faults = dev,
    now = () => new Date(),
    connections = 1000,
    databaseConnections = defaultLimits.connections,
    metricsHost = '127.0.0.1',
    metricsPort,
    rateLimit,
    cors: origins = [],
  } = options;
  const cors = dev && origins.length === 0 ? ['*'] : origins;
  const log = neverThrows(options.log ?? serverLog('error').log);
  const logRequest = options.logRequest === undefined ? undefined : neverThrows(options.logRequest);
  const definition = options.definition === undefined ? undefined : await parseDefinition(options.definition);
  const development = dev ? developmentOf(requireAlone(options, definition)) : undefined;
  const shown = development?.definition ?? definition;
  const limit = rateLimit === undefined ? undefined : new RateLimit(rateLimit, () => now().getTime());
  const timeouts = {
    headers: 5000,
    request: 10_000,
    unread: dev ? LONGEST_DELAY : 15_000,
    ready: 1000,
    drain: 0,
    ...options.timeouts,
  };
  const store =
    database === undefined
      ? new SqliteStore(shown, data)
      : await PostgresStore.open(shown, database, (error) => log({ error }), {
          ...defaultLimits,
          connections: databaseConnections,
        });
  const metrics = metricsPort === undefined ? undefined : await metricsOf(store);
  const app = createApp({ store, faults, now, log, development }, timeouts, {
    cors: cors.length === 0 ? undefined : new Cors(cors),
    observer:
      metrics === undefined && logRequest === undefined
        ? undefined
        : new RequestObserver(logRequest, metrics?.requests),
    rateLimit: limit,
  });
  app.server.maxConnections = connections;
  let endpoint: MetricsEndpoint | undefined;
  const close = async (): Promise<void> => {
    // Node no longer times out slow requests once it closes, so a request that never ends would keep it open.
    const timer = setTimeout(() => app.server.closeAllConnections(), timeouts.drain + timeouts.request);
    await app.close();
    clearTimeout(timer);
    await endpoint?.close();
    await store.close();
  };
  try {
    // For `localhost`, Fastify would listen on every address of the name, with additional servers that lack some of the settings.
    const address = host === 'localhost' ? (await lookup(host)).address : host;
    if (metrics !== undefined && metricsPort !== undefined)
      endpoint = await serveMetrics(metrics, { host: metricsHost, port: metricsPort }, log);
    const origin = await app.listen({ host: address, port });
    return { url: origin + contract.servers.server.basePath, metricsUrl: endpoint?.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loaded on demand, because loading the library of Prometheus would delay every start. */
async function metricsOf(store: Store): Promise<ServerMetrics> {
  const loaded = await import('./metrics/server-metrics.ts');
  return new loaded.ServerMetrics(store);
}

/** A connection must outlive the longest delay that a request can ask for. */
const LONGEST_DELAY = 2 * injections.delayHeader.longest;

/** Returns the definition to serve, unless everybody would get into data that is kept, or that others can reach: the test keys are public. */
function requireAlone(
  { data, database, host = '127.0.0.1' }: ServerOptions,
  definition: Definition | undefined,
): Definition {
  if (definition === undefined) throw new TypeError('A server for development needs a `definition`');
  if (data !== undefined || database !== undefined)
    throw new TypeError('A server for development keeps everything in memory; remove `data` and `database`, or `dev`');
  if (!isLoopback(host))
    throw new TypeError(
      `A server for development accepts public keys, so it cannot listen on ${host}; remove \`host\` or \`dev\``,
    );
  return definition;
}

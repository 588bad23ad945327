import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

import type { Log } from '../log/log.ts';
import type { ServerMetrics } from './server-metrics.ts';

const PATH = '/metrics';

/** Where to listen for requests for metrics. */
interface MetricsPlace {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
}

/** A server of metrics that is listening. */
export interface MetricsEndpoint {
  readonly url: string;
  close(): Promise<void>;
}

/** A server of metrics cannot listen. The cause is Node's error. */
export class MetricsEndpointError extends Error {
  override readonly name = 'MetricsEndpointError';
}

/**
 * Serves metrics on a port of their own, so that those who can reach the API cannot read them.
 * @throws {MetricsEndpointError} if the server cannot listen
 */
export async function serveMetrics(
  metrics: ServerMetrics,
  { host, port }: MetricsPlace,
  log: Log,
): Promise<MetricsEndpoint> {
  const server = createServer((request, response) => void answer(request, response, metrics, log));
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (cause) {
    throw new MetricsEndpointError('cannot listen for requests for metrics', { cause });
  }
  const address = server.address();
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${typeof address === 'object' ? address?.port : port}${PATH}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  metrics: ServerMetrics,
  log: Log,
): Promise<void> {
  const refuse = (status: number, text: string): void =>
    void response.writeHead(status, { 'content-type': 'text/plain' }).end(`${text}\n`);
  if (url.split('?', 1)[0] !== PATH) return refuse(404, `The metrics are at ${PATH}`);
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(405, 'Use GET');
  }
  try {
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
  } catch (error) {
    log({ error });
    refuse(500, 'The metrics cannot be read; the log says why');
  }
}

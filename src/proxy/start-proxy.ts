import { once } from 'node:events';
import type { ClientRequest, IncomingMessage, RequestOptions, Server, ServerResponse } from 'node:http';
import { createServer, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

import type { HeaderValues, RecordedExchange } from '../traffic/index.ts';
import { CapturedBody } from './captured-body.ts';
import { endToEnd } from './end-to-end.ts';

/** Where a proxy listens and passes requests on to, and who receives what it saw. */
export interface ProxyOptions {
  /** Everything before the paths that clients send: `https://staging.example.com`, or with a path. */
  readonly to: string;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** 0, for a free port, by default. */
  readonly port?: number;
  /** A certificate authority to trust, as PEM. */
  readonly ca?: string;
  /** Whether to trust any certificate; false by default. */
  readonly insecure?: boolean;
  /** Receives every exchange once its response has ended. */
  readonly onExchange: (exchange: RecordedExchange) => void;
  /** Receives what went wrong between proxy and server, in one line. */
  readonly onProblem: (problem: string) => void;
}

/** A running proxy. */
export interface RunningProxy {
  /** What clients use instead of `to`. */
  readonly url: string;
  /** Stops taking requests, waits for the responses on their way for at most two seconds, and closes all connections. */
  close(): Promise<void>;
}

/**
 * Starts a proxy that passes every request on unchanged, except for headers that concern one connection, and records it.
 * @throws {Error} Node's own error if the port is in use, or the host is not an address of this machine
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const server = createServer((incoming, outgoing) => passOn(incoming, outgoing, options));
  // The server behind the proxy has limits of its own.
  server.requestTimeout = 0;
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  return {
    // Paths are passed on as they are, so clients use the path of the target too.
    url: `${originOf(server)}${new URL(options.to).pathname.replace(/\/$/, '')}`,
    close: () => close(server),
  };
}

/** How long to wait for responses on their way, in milliseconds. */
const LONGEST_CLOSE = 2_000;

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), LONGEST_CLOSE);
  await closed;
  clearTimeout(timer);
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, options: ProxyOptions): void {
  const { onExchange, onProblem } = options;
  const startedAt = new Date().toISOString();
  const sent = new CapturedBody();
  const target = requestTo(incoming, options);
  const { method = '', url = '' } = incoming;
  incoming.on('data', (chunk: Buffer) => sent.add(chunk));
  incoming.pipe(target);
  outgoing.once('close', () => target.destroy());
  target.on('error', (error) => {
    if (outgoing.destroyed) return;
    onProblem(`${method} ${withoutQuery(url)}: no response from ${withoutPassword(options.to)} (${error.message})`);
    if (outgoing.headersSent) outgoing.destroy();
    else
      outgoing
        .writeHead(BAD_GATEWAY, { 'content-type': 'text/plain; charset=utf-8' })
        .end(`workspace-api proxy: no response from the server (${error.message})\n`);
  });
  target.once('response', (response) => {
    const received = new CapturedBody();
    response.on('data', (chunk: Buffer) => received.add(chunk));
    response.once('end', () => {
      if (!response.complete) return;
      const headers = joined(response);
      onExchange({
        request: { method, url, headers: joined(incoming), ...textOf(sent, incoming) },
        response: { status: response.statusCode ?? 0, headers, ...textOf(received, response) },
        startedAt,
      });
    });
    response.once('error', (error) => {
      if (!outgoing.destroyed)
        onProblem(`${method} ${withoutQuery(url)}: the response ended too early (${error.message})`);
      outgoing.destroy();
    });
    outgoing.writeHead(response.statusCode ?? BAD_GATEWAY, response.statusMessage, endToEnd(response.rawHeaders));
    response.pipe(outgoing);
  });
}

const BAD_GATEWAY = 502;

function requestTo(incoming: IncomingMessage, { to, ca, insecure = false }: ProxyOptions): ClientRequest {
  const base = new URL(to);
  const options: RequestOptions = {
    method: incoming.method,
    path: incoming.url ?? '/',
    headers: [...endToEnd(incoming.rawHeaders), ...framing(incoming), 'host', base.host],
    setHost: false,
  };
  return base.protocol === 'https:'
    ? requestHttps(base.origin, { ...options, rejectUnauthorized: !insecure, ...(ca === undefined ? {} : { ca }) })
    : requestHttp(base.origin, options);
}

/** A body without a length is sent on in chunks, whatever the method is. */
function framing({ headers }: IncomingMessage): readonly string[] {
  return headers['transfer-encoding'] === undefined ? [] : ['transfer-encoding', 'chunked'];
}

function textOf(body: CapturedBody, message: IncomingMessage): { readonly body?: string } {
  const text = body.text(message.headers['content-encoding']);
  const hasBody = text !== undefined && (text !== '' || 'statusCode' in message);
  return hasBody ? { body: text } : {};
}

function joined({ headersDistinct }: IncomingMessage): HeaderValues {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]));
}

function withoutQuery(url: string): string {
  return url.split('?')[0] ?? '';
}

function withoutPassword(url: string): string {
  return new URL(url).origin;
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy is not listening on a port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

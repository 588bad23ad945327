import type { Socket } from 'node:net';
import { connect, isIP } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

import type { PlannedRequest } from '../../plan/index.ts';
import { NotProvokable } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { LONGEST_KEPT } from '../../judge/index.ts';
import { LARGEST_BODY, TOO_LONG } from '../../content-coding/index.ts';
import { exchangeAlone } from './http-client.ts';
import type { Outcome } from './outcome.ts';
import { readResponse } from './raw-response.ts';
import type { Connection } from './sender.ts';
import { Traffic } from './traffic.ts';

/**
 * A request that is written verbatim, even if it is not valid HTTP. Only Host, Connection and the headers of the connection are
 * added. Headers are never merged: names that differ only in case are two headers.
 */
export interface RawRequest extends PlannedRequest {
  /** Sent instead of `body`, for a body that is not text. */
  readonly bytes?: Uint8Array;
  /** Whether to omit Host. */
  readonly withoutHost?: boolean;
}

/** The failure of an exchange in which the target closed the connection instead of responding. */
export const CLOSED_WITHOUT_ANSWER = 'the connection was closed without a response';

/** How long to wait for bytes after the head of a response to HEAD, in milliseconds, if the target keeps the connection open. */
const LINGER = 100;

/** A response of this many bytes is not read any further unless its body may be JSON. Checks need no more of it. */
const LONGEST_OTHER = 2 * LONGEST_KEPT;

/**
 * Sends a request over a new connection, with TLS if the base URL is https.
 * @throws {TargetUnavailable} if the target cannot be reached, no longer responds, or refuses for too long
 */
export function sendRaw(connection: Connection, raw: RawRequest): Promise<Exchange> {
  const { traffic = new Traffic() } = connection;
  return traffic.deliver(
    raw,
    () => sendOnce(connection, raw),
    (control) => exchangeAlone(connection, control),
  );
}

function sendOnce(connection: Connection, raw: RawRequest): Promise<Outcome> {
  const { bytes: _bytes, withoutHost: _withoutHost, ...request } = raw;
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const socket = open(connection);
  let received = Buffer.alloc(0);
  let linger: NodeJS.Timeout | undefined;
  const settle = (exchange: Exchange, kind: Outcome['kind'] = 'response' in exchange ? 'answered' : 'broken'): void => {
    clearTimeout(timer);
    clearTimeout(linger);
    socket.destroy();
    resolve({ exchange, kind });
  };
  /** A target that closes the connection reacts, which is enough to see that it is still there. */
  const finish = (otherwise: string, kind: 'broken' | 'silent' = 'broken'): void => {
    const response = readResponse(received, raw.method, true);
    if (response !== undefined) settle({ request, response });
    else if (received.length === 0) settle({ request, failure: otherwise }, kind);
    else settle({ request, failure: `the response is not HTTP: ${JSON.stringify(received.toString('utf8', 0, 80))}` });
  };
  const timer = setTimeout(() => finish(`timed out after ${connection.timeout} ms`, 'silent'), connection.timeout);
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    if (received.length > LARGEST_BODY) {
      settle({ request, failure: TOO_LONG });
      return;
    }
    const response = readResponse(received, raw.method, received.length > LONGEST_OTHER && !containsJson(received));
    if (response !== undefined) settle({ request, response });
    else if (raw.method === 'HEAD') linger ??= setTimeout(() => finish(CLOSED_WITHOUT_ANSWER), LINGER);
  });
  socket.on('end', () => finish(CLOSED_WITHOUT_ANSWER));
  socket.on('error', (error: NodeJS.ErrnoException) => {
    // Closing the connection while the request is still being written resets it. A response received before that counts.
    if (!socket.connecting && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) finish(CLOSED_WITHOUT_ANSWER);
    else settle({ request, failure: `${connection.baseUrl} cannot be reached: ${error.message}` }, 'unsent');
  });
  socket.write(Buffer.concat([Buffer.from(headOf(connection, raw)), bodyOf(raw)]));
  return promise;
}

/** Whether the body of a response, or its first chunk, may be JSON. */
function containsJson(received: Buffer): boolean {
  const start = received.indexOf('\r\n\r\n') + 4;
  return /^(?:[\da-f]+\r\n)?\s*[[{]/i.test(received.toString('latin1', start, start + 100));
}

/** A request must be written verbatim, but the target can only be reached through a proxy. */
export class OnlyThroughProxy extends NotProvokable {
  constructor({ baseUrl }: Pick<Connection, 'baseUrl'>) {
    super(`it sends requests that a proxy changes or refuses, and ${baseUrl} can only be reached through one`);
  }
}

/** How long to try to connect before the target counts as reachable only through the proxy, in milliseconds. */
const LONGEST_CONNECT = 3000;

/**
 * Whether requests can be written verbatim. A proxy would change or refuse them, so they need a connection that does not use it.
 * Only tried if the environment names a proxy: otherwise, every request uses such a connection.
 */
export async function allowsRaw(connection: Connection): Promise<boolean> {
  const { baseUrl, proxy = {}, timeout } = connection;
  const name = `${new URL(baseUrl).protocol.slice(0, -1)}_proxy`;
  if (!proxy[name] && !proxy[name.toUpperCase()]) return true;
  const socket = open(connection);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.setTimeout(Math.min(timeout, LONGEST_CONNECT), () => resolve(false));
  socket.once('connect', () => resolve(true));
  socket.on('error', () => resolve(false));
  try {
    return await promise;
  } finally {
    socket.destroy();
  }
}

function open({ baseUrl, ca, insecure }: Connection): Socket {
  const { protocol, hostname, port } = new URL(baseUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol === 'http:') return connect({ host, port: Number(port || 80) });
  return connectSecurely({
    host,
    port: Number(port || 443),
    rejectUnauthorized: !insecure,
    ...(ca === undefined ? {} : { ca }),
    ...(isIP(host) === 0 ? { servername: host } : {}),
  });
}

function headOf({ baseUrl, headers }: Connection, { method, path, headers: own, withoutHost }: RawRequest): string {
  const { host, pathname } = new URL(baseUrl);
  const named = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  const added = Object.entries({ ...(withoutHost ? {} : { host }), connection: 'close', ...headers });
  const lines = [...added.filter(([name]) => !named.has(name.toLowerCase())), ...Object.entries(own)];
  const requestLine = `${method} ${pathname.replace(/\/$/, '')}${path} HTTP/1.1`;
  return [requestLine, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
}

function bodyOf({ bytes, body = '' }: RawRequest): Uint8Array {
  return bytes ?? Buffer.from(body);
}

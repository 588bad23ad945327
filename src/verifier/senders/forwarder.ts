import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange, ReceivedResponse } from '../../judge/index.ts';
import { parseBody, cut } from '../../judge/index.ts';

/** A server on the loopback interface that passes requests on to the target with the verifier's own client. */
export interface Forwarder {
  /** The prefix of every path. Contains a secret, so that no other program uses the forwarder. */
  readonly url: string;
  close(): void;
}

/** Headers that concern a single connection (RFC 9110, section 7.6.1), or that the client sets itself. */
const OWN_HEADERS = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'te']);

/** Headers of a response that no longer hold once it was read in full and decoded. */
const FRAMING = new Set([...OWN_HEADERS, 'content-encoding', 'trailer', 'upgrade']);

/** The maximum number of characters to pass on of a body that is not JSON. */
const LONGEST_OTHER = 1000;

const BAD_GATEWAY = 502;

/**
 * Starts a forwarder. A sender that cannot limit, pace or repeat its requests can send them here instead.
 * @param send sends a request to the target; if there is no response, the connection is closed without one
 */
export async function startForwarder(send: (request: PlannedRequest) => Promise<Exchange>): Promise<Forwarder> {
  const prefix = `/${randomUUID()}`;
  const server = createServer((incoming, outgoing) => {
    const passOn = async (): Promise<void> => {
      const { url = '' } = incoming;
      if (!url.startsWith(`${prefix}/`)) throw new Error('not a request of the sender');
      const exchange = await send(await requestIn(incoming, url.slice(prefix.length)));
      if ('failure' in exchange) throw new Error(exchange.failure);
      answer(outgoing, exchange.response);
    };
    passOn().catch(() => incoming.socket.destroy());
  });
  // The client limits how long an exchange takes. A connection closed between two requests could lose the next one.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}${prefix}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('the forwarder has no port');
  return address.port;
}

async function requestIn(incoming: IncomingMessage, path: string): Promise<PlannedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    OWN_HEADERS.has(name) ? [] : [[name, values.join(', ')] as const],
  );
  return {
    method: incoming.method ?? '',
    path,
    headers: Object.fromEntries(headers),
    ...(body === '' ? {} : { body }),
  };
}

/** Passes a response on. One that HTTP does not allow here, such as a final 100, becomes a 502. */
function answer(outgoing: ServerResponse, { status, headers, body }: ReceivedResponse): void {
  const kept = Object.entries(headers).filter(([name]) => !FRAMING.has(name));
  const sent = readable(body);
  try {
    outgoing.writeHead(status < 200 ? BAD_GATEWAY : status, Object.fromEntries(kept));
  } catch {
    outgoing.writeHead(BAD_GATEWAY);
  }
  outgoing.end(sent);
}

/** Shortens a body that is not JSON, or nests so deep that the sender's validator would overflow the stack. */
function readable(body: string): string {
  return body.length > LONGEST_OTHER && parseBody(body) === undefined ? cut(body, LONGEST_OTHER) : body;
}

import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { HostileAnswer, HostileOrder, SeenRequest } from './hostile-order.ts';
import { ORDER_HEADER, SEEN_PATH } from './hostile-order.ts';

/** A server that sends the response each request orders, however broken. */
export interface HostileServer {
  readonly url: string;
  /** A URL on which nothing listens. */
  readonly closedUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the server on a free port.
 * @param pages other pages to serve, by path
 */
export async function startHostileServer(pages: Readonly<Record<string, string>> = {}): Promise<HostileServer> {
  const seen = new Map<string, SeenRequest[]>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages[pathname];
    if (page !== undefined) {
      const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(page);
      return;
    }
    if (pathname === SEEN_PATH) {
      response.end(JSON.stringify(seen.get(searchParams.get('name') ?? '') ?? []));
      return;
    }
    const order = request.headers[ORDER_HEADER];
    if (typeof order !== 'string') {
      response.writeHead(404).end();
      return;
    }
    const { name, answers }: HostileOrder = JSON.parse(decodeURIComponent(order));
    const before = seen.get(name) ?? [];
    seen.set(name, [...before, await read(request)]);
    give(answers[Math.min(before.length, answers.length - 1)] ?? {}, request, response);
  };
  const server = createServer({ maxHeaderSize: 1_000_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(new Error('no order', { cause: error })));
  });
  const gone = createServer();
  const closedUrl = await listen(gone);
  await new Promise((closed) => gone.close(closed));
  return {
    url: await listen(server),
    closedUrl,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function read(request: IncomingMessage): Promise<SeenRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const { method = '', url = '' } = request;
  return { method, url, body: Buffer.concat(pieces).toString() };
}

function give(answer: HostileAnswer, { socket }: IncomingMessage, response: ServerResponse): void {
  const { status, headers = { 'content-type': 'application/json' }, body = '', ending = 'whole', raw } = answer;
  // A browser keeps some responses (300, 301, 308, 410) even if nothing asks for it, and would use them in a later test.
  response.setHeader('cache-control', 'no-store');
  if (raw !== undefined) {
    socket.end(raw);
  } else if (status === undefined) {
    if (ending !== 'never') socket.destroy();
  } else if (ending === 'whole') {
    response.writeHead(status, headers).end(body);
  } else {
    response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body) + 100) });
    response.write(body || ' ');
    // Waits until the written bytes are flushed; a status without a body never writes any.
    if (ending === 'cut') setImmediate(() => socket.destroySoon());
  }
}

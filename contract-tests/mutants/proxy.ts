import type { IncomingMessage } from 'node:http';
import { createServer, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request on its way to the real server. */
export interface BentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer on its way back. */
export interface BentResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How an implementation differs from the real one, seen from outside. */
export interface Bending {
  readonly request?: (request: BentRequest) => BentRequest;
  readonly response?: (response: BentResponse, request: BentRequest) => BentResponse;
}

/** A server that passes everything on to another one, bent on the way. */
export async function startProxy(
  upstream: string,
  { request: bendRequest = same, response: bendResponse = same }: Bending,
): Promise<{ url: string; close: () => Promise<void> }> {
  const base = new URL(upstream);
  const server = createServer((incoming, outgoing) => {
    void readText(incoming).then(async (body) => {
      const asked = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: joined(incoming),
        body,
      };
      const answer = bendResponse(await forward(base, bendRequest(asked)), asked);
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base.pathname}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function same<Value>(value: Value): Value {
  return value;
}

function forward(base: URL, { method, path, headers, body }: BentRequest): Promise<BentResponse> {
  return new Promise((resolve, reject) => {
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const { 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = headers;
    const outgoing = open(base, { method, path, headers: { ...kept, ...length }, agent: false }, (incoming) => {
      readText(incoming).then(
        (text) => resolve({ status: incoming.statusCode ?? 0, headers: withoutFraming(joined(incoming)), body: text }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function joined({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function withoutFraming(headers: Record<string, string>): Record<string, string> {
  const { 'content-length': _length, 'transfer-encoding': _encoding, connection: _connection, ...kept } = headers;
  return kept;
}

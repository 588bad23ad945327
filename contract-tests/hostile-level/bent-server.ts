import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Agent, createServer, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as received. Each character of its body is one byte. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** A response to send. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
  /** Whether the body is the complete raw response. */
  readonly raw?: boolean;
}

/**
 * Decides what happens to a request: a response, a closed connection (`'close'`), or no response (`undefined`). `pass`
 * forwards the request to the reference server.
 */
export type Bend = (asked: Asked, pass: Pass) => Promise<Bent> | Bent;

type Bent = Answer | 'close' | undefined;

type Pass = (asked: Asked) => Promise<Answer>;

/** Starts a bent version of a running server. It forwards raw bytes, including what HTTP forbids. */
export async function startBent(upstream: string, bend: Bend): Promise<{ url: string; close: () => Promise<void> }> {
  const agent = new Agent({ keepAlive: true });
  const pass = passTo(new URL(upstream), agent);
  const proxy = createServer((incoming, outgoing) => {
    // Node itself responds to a truncated body.
    const read = readBody(incoming).catch(() => undefined);
    void read.then(async (body) => {
      if (body === undefined) return;
      const { method = '', url: path = '' } = incoming;
      const answer = await bend({ method, path, headers: headersOf(incoming), body }, pass);
      if (answer === 'close') incoming.socket.destroy();
      else if (answer?.raw) incoming.socket.end(answer.body);
      else if (answer !== undefined) write(outgoing, answer);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

function passTo(upstream: URL, agent: Agent): Pass {
  return ({ method, path, headers, body }) => {
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const outgoing = open(upstream, { method, path, headers: sent, agent }, (incoming) => {
      readBody(incoming).then(
        (text) => resolve({ status: incoming.statusCode ?? 0, headers: headersOf(incoming), body: text }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(Buffer.from(body, 'latin1'));
    return promise;
  };
}

function write(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const { 'content-length': _length, 'transfer-encoding': _coding, connection: _connection, ...kept } = headers;
  outgoing.writeHead(status, kept).end(Buffer.from(body, 'latin1'));
}

/** Reads the body with one character per byte. */
async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  const { 'transfer-encoding': _coding, ...headers } = headersDistinct;
  return Object.fromEntries(Object.entries(headers).map(([name, values = []]) => [name, values.join(', ')]));
}

/** Returns the same request with other headers. */
export function withHeaders(asked: Asked, headers: Readonly<Record<string, string>>): Asked {
  return { ...asked, headers: { ...asked.headers, ...headers } };
}

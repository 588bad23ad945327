import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';

import type { Bending, BentRequest, BentResponse } from './bending.ts';
import { forwardTo, headersOf, readText } from './forward.ts';

/** A running server. */
export interface Running {
  /** The base URL of the API, without a trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts a bent version of a running server. */
export async function startProxy(upstream: string, bending: Bending): Promise<Running> {
  const base = new URL(upstream);
  const real = forwardTo(base);
  const bent = bending(real.server);
  const server = createServer((incoming, outgoing) => {
    const answer = async (): Promise<void> => {
      const { method = '', url: path = '' } = incoming;
      const request = { method, path, headers: headersOf(incoming), body: await readText(incoming) };
      write(outgoing, request, await bent(request));
    };
    // A bending that throws is a bug in the tests. It must neither count as a response nor crash the test process.
    answer().catch((error: Error) => outgoing.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}${base.pathname}`,
    close: () =>
      new Promise((resolve) => {
        real.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function write(outgoing: ServerResponse, { method }: BentRequest, response: BentResponse): void {
  const { status, headers, body, wire } = response;
  if (wire !== undefined) {
    outgoing.socket?.end(wire);
    return;
  }
  const isFramed = Object.keys(headers).some((name) => /^(content-length|transfer-encoding)$/i.test(name));
  const isBodiless = status === 204 || method === 'HEAD';
  const length = isFramed || isBodiless ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  outgoing.writeHead(status, { ...headers, ...length }).end(body);
}

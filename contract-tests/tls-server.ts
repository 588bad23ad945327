import { readFileSync } from 'node:fs';
import { request as forward } from 'node:http';
import type { Server } from 'node:https';
import { createServer } from 'node:https';

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}.pem`, import.meta.url), 'utf8');

/** The certificate of the server, which no client trusts by default. */
export const certificate = read('localhost.cert');

/** Creates a server that forwards every request to another one, and can only be reached with TLS. */
export function createTlsServer(upstream: () => string): Server {
  return createServer({ cert: certificate, key: read('localhost.key') }, (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const sent = forward(new URL(upstream()), { method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(sent);
  });
}

import type { IncomingMessage } from 'node:http';
import { Agent, request as open } from 'node:http';

import type { Server } from './bending.ts';

/** Forwards requests to a running server and returns its responses, both without their framing headers. */
export function forwardTo(url: URL): { readonly server: Server; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true });
  const server: Server = ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = { method, path, headers: { ...withoutFraming(headers), ...length }, agent };
      const outgoing = open(url, options, (incoming) => {
        readText(incoming).then(
          (text) =>
            resolve({ status: incoming.statusCode ?? 0, headers: withoutFraming(headersOf(incoming)), body: text }),
          reject,
        );
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return { server, close: () => agent.destroy() };
}

/** Returns the headers of a message as strings, keyed by lower-case name. */
export function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Reads the complete body of a message. */
export async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function withoutFraming(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { 'content-length': _length, 'transfer-encoding': _encoding, connection: _connection, ...kept } = headers;
  return kept;
}

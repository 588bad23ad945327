import { execFile } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../src/plan/index.ts';
import { curlOf } from '../src/plan/index.ts';
import { createHttpClient } from '../src/verifier/index.ts';
import { plannedCases } from './planned-requests.ts';

interface Seen {
  readonly request: unknown;
  readonly headers: IncomingMessage['headers'];
}

let url: string;
let seen: Seen[];
const server = createServer((incoming, outgoing) => {
  void text(incoming).then((body) => {
    seen.push({ request: { method: incoming.method, path: incoming.url, body }, headers: incoming.headers });
    outgoing.end('{}');
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Headers that each sender adds on its own, or that differ for each connection. */
const OWN = ['accept', 'accept-encoding', 'connection', 'host', 'transfer-encoding', 'user-agent'];

async function whatArrives(send: () => Promise<unknown>): Promise<Seen | undefined> {
  seen = [];
  await send();
  const [first] = seen;
  if (first === undefined) return undefined;
  const headers = Object.fromEntries(Object.entries(first.headers).filter(([name]) => !OWN.includes(name)));
  return { ...first, headers };
}

/** Runs a curl command. A non-zero exit code does not matter: the request has arrived or it has not. */
function shell(command: string): Promise<void> {
  return new Promise((resolve) => execFile('sh', ['-c', command], () => resolve()));
}

const distinct = new Map(plannedCases().map(({ request }) => [JSON.stringify(request), request]));
const requests: readonly PlannedRequest[] = [
  ...distinct.values(),
  ...['/a?filter[age.gte]=18', '/a?b={1,2}', '/[1-3]', '/a/../b', '/%zz'].flatMap((path) =>
    ['GET', 'HEAD', 'DELETE'].map((method) => ({ method, path, headers: { 'x-empty': '' } })),
  ),
  { method: 'POST', path: '/', headers: { 'content-type': 'application/json' }, body: '@/etc/passwd' },
  { method: 'POST', path: '/', headers: {}, body: '{"no":"content type"}' },
];

describe('a curl command', () => {
  it('sends what the verifier sends, for every planned request', async () => {
    const connection = { baseUrl: url, timeout: 5000, insecure: false, headers: { 'x-general': '$(echo ran)' } };
    const client = createHttpClient(connection);
    try {
      for (const request of requests) {
        const sent = await whatArrives(() => client.send(request));
        const repeated = await whatArrives(() => shell(curlOf(url, request, { headers: connection.headers })));
        expect({ request, ...repeated }).toEqual({ request, ...sent });
      }
    } finally {
      client.close();
    }
    expect(requests.length).toBeGreaterThan(80);
  }, 120_000);
});

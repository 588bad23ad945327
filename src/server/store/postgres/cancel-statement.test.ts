import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { afterEach, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';

import { cancelStatement } from './cancel-statement.ts';

let server: Server;
afterEach(() => {
  server.close();
});

/** Starts what a client takes for PostgreSQL or a pooler, and returns a client of it. */
async function clientOf(accept: (socket: Socket) => void): Promise<PoolClient> {
  server = createServer({ allowHalfOpen: true }, accept);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client: unknown = { host: '127.0.0.1', port, processID: 7, secretKey: -2 };
  return client as PoolClient;
}

it('a request to cancel stays connected until the other side has passed it on', async () => {
  const seen: string[] = [];
  const client = await clientOf((socket) => {
    socket.on('data', (bytes) => {
      seen.push(bytes.toString('hex'));
      void wait(300).then(() => {
        seen.push('passed on');
        socket.end();
      });
    });
    socket.on('end', () => seen.push('closed by the client'));
  });
  await cancelStatement(client);
  expect(seen.slice(0, 2)).toEqual(['0000001004d2162e00000007fffffffe', 'passed on']);
});

it('a request to cancel that is not passed on keeps the connection that it is about for a second only', async () => {
  let open: Socket | undefined;
  const client = await clientOf((socket) => {
    open = socket;
    socket.on('end', () => socket.end());
  });
  const start = performance.now();
  await cancelStatement(client);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(open?.readableEnded).toBe(false);
  open?.destroy();
});

it('a request to cancel does not fail if the connection is refused', async () => {
  const client = await clientOf(() => undefined);
  server.close();
  await expect(cancelStatement(client)).resolves.toBeUndefined();
});

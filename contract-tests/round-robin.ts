import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** One address in front of several servers. Each connection goes to the next server. */
export interface RoundRobin {
  readonly url: string;
  /** The number of connections to each server. */
  readonly connections: readonly number[];
  close(): Promise<void>;
}

/** Listens on a free port and forwards bytes unchanged. */
export async function roundRobin(urls: readonly string[]): Promise<RoundRobin> {
  const connections = urls.map(() => 0);
  const open = new Set<Socket>();
  let next = 0;
  const proxy = createServer({ allowHalfOpen: true }, (client) => {
    const index = next % urls.length;
    next += 1;
    connections[index] = (connections[index] ?? 0) + 1;
    const { hostname, port } = new URL(urls[index] ?? '');
    const server = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(one);
      one.on('close', () => {
        open.delete(one);
        other.destroySoon();
      });
      one.on('error', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const { pathname } = new URL(urls[0] ?? '');
  return {
    url: `http://127.0.0.1:${port}${pathname}`,
    connections,
    close: async () => {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

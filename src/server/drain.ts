import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

/**
 * Stops accepting connections, and waits until the open ones have ended, for at most `time` milliseconds. A client that keeps a
 * connection open may have just sent a request, which would be lost if the connection were closed immediately. It still gets
 * its response, with `Connection: close`.
 */
export async function drain(server: Server, time: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // The `close` of an HTTP server would also close idle connections.
  NetServer.prototype.close.call(server, () => resolve());
  const timer = setTimeout(resolve, time);
  await promise;
  clearTimeout(timer);
}

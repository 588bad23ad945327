import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

/**
 * Takes no more connections, and waits until those that are open have ended, but not longer than `time`, in milliseconds. A
 * client that keeps one can have a request on its way that would be lost if the connection were closed; meanwhile it gets its
 * answer, and the answer says that it is the last.
 */
export async function drain(server: Server, time: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // That of HTTP closes the idle connections, too.
  NetServer.prototype.close.call(server, () => resolve());
  const timer = setTimeout(resolve, time);
  await promise;
  clearTimeout(timer);
}

import { roundRobin } from '../round-robin.ts';
import type { ServedProcess } from '../served-process.ts';
import type { Served } from './race-facts.ts';

/** Puts one address in front of several servers. Closing it stops the servers. */
export async function serveTogether(servers: readonly ServedProcess[]): Promise<Served> {
  const all = await roundRobin(servers.map(({ url }) => url));
  return {
    url: all.url,
    close: async () => {
      await all.close();
      await Promise.all(servers.map((server) => server.end('SIGTERM')));
    },
  };
}

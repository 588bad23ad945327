import { isObject } from '../../src/contract/index.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { createdId } from './created-id.ts';

/** The writes that the clients have sent, by outcome. */
export interface WriteLoad {
  /** The ids of the customers whose create returned 201, keyed by e-mail address. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** How often each other status was returned, keyed by status. */
  readonly refused: ReadonlyMap<number, number>;
  /** The e-mail addresses of the customers whose create got no response. */
  readonly unanswered: readonly string[];
  /** Waits until `count` more writes are acknowledged or all clients have stopped. */
  more(count: number): Promise<void>;
  /** Sends no more requests and waits for the open ones. */
  stop(): Promise<void>;
}

const CLIENTS = 8;

let loads = 0;

/** Starts several clients. Each creates one customer after another until the server refuses connections. */
export function startWriteLoad(url: string): WriteLoad {
  loads += 1;
  const load = loads;
  const acknowledged = new Map<string, number>();
  const refused = new Map<number, number>();
  const unanswered: string[] = [];
  const waiting = new Set<() => void>();
  let running = true;

  const create = async (email: string): Promise<void> => {
    try {
      const answer = await ask({ url }, { method: 'POST', body: { name: 'Jane Doe', email } });
      if (answer.status === 201) acknowledged.set(email, createdId(answer));
      else refused.set(answer.status, (refused.get(answer.status) ?? 0) + 1);
    } catch (error) {
      // On a refused connection, nothing was sent.
      if (isObject(error) && error.code === 'ECONNREFUSED') running = false;
      else unanswered.push(email);
    }
    for (const look of waiting) look();
  };
  const clients = Array.from({ length: CLIENTS }, async (_each, client) => {
    for (let count = 0; running; count += 1) await create(`load-${load}-${client}-${count}@example.com`);
  });
  const gone = Promise.all(clients).then(() => undefined);

  return {
    acknowledged,
    refused,
    unanswered,
    async more(count) {
      const wanted = acknowledged.size + count;
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = (): void => (acknowledged.size >= wanted ? resolve() : undefined);
      waiting.add(look);
      await Promise.race([promise, gone]);
      waiting.delete(look);
    },
    async stop() {
      running = false;
      await gone;
    },
  };
}

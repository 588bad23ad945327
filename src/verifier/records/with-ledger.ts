import type { Target } from '../../plan/index.ts';
import type { Exchange } from '../judge/exchange.ts';
import type { HttpClient } from '../senders/http-client.ts';
import { createHttpClient } from '../senders/http-client.ts';
import type { Connection } from '../senders/sender.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import { Interrupted, TargetUnavailable } from '../senders/target-unavailable.ts';
import { Ledger } from './ledger.ts';
import { newRunToken } from './run-token.ts';

/** The tools for one part of a run. */
export interface RunTools {
  readonly client: HttpClient;
  readonly ledger: Ledger;
  /** Digits unique to this run. */
  readonly run: string;
}

/**
 * Runs `work` and deletes the records it created, whether it succeeds or fails.
 * @throws {TargetUnavailable} or {Interrupted} if `work` throws them, with the records that could not be deleted
 */
export async function withLedger<Result extends object>(
  { target, connection }: { readonly target: Target; readonly connection: Connection },
  work: (tools: RunTools) => Promise<Result>,
): Promise<Result & { readonly leftovers: readonly Leftover[] }> {
  const client = createHttpClient(connection);
  const run = newRunToken();
  const ledger = new Ledger(target, client, run);
  const underWay = new Set<Promise<Exchange>>();
  const noting: HttpClient = {
    ...client,
    send: async (request) => {
      const sending = client.send(request);
      underWay.add(sending);
      try {
        const exchange = await sending;
        ledger.note(exchange);
        return exchange;
      } finally {
        underWay.delete(sending);
      }
    },
  };
  try {
    const result = await work({ client: noting, ledger, run });
    return { ...result, leftovers: await ledger.deleteAll() };
  } catch (error) {
    // Requests in flight may still create records.
    await Promise.allSettled(underWay);
    const leftovers = await ledger.deleteAll();
    if (error instanceof TargetUnavailable || error instanceof Interrupted) error.leftovers = leftovers;
    throw error;
  } finally {
    client.close();
  }
}

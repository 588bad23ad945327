import { setTimeout as pause } from 'node:timers/promises';

import type { PlannedRequest, Target } from '../../plan/index.ts';
import { contract } from '../../contract/index.ts';
import type { Exchange } from '../../judge/index.ts';
import type { HttpClient } from '../senders/http-client.ts';
import { createHttpClient } from '../senders/http-client.ts';
import type { Connection } from '../senders/sender.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import { Interrupted } from '../senders/target-unavailable.ts';
import { cleanUp } from './clean-up.ts';
import { messageOf } from './clean-up-tools.ts';
import { Ledger } from './ledger.ts';
import { Ownership } from './ownership.ts';
import { Settling } from './settling.ts';
import { newRunToken } from './run-token.ts';
import { WriteGuard } from './write-guard.ts';

/** The tools for one part of a run. */
export interface RunTools {
  /** Sends requests, and notes what they create. Does not send a write that could change a record of somebody else. */
  readonly client: HttpClient;
  /** Sends a request in another way, with the same care. */
  readonly guarded: <Request extends PlannedRequest>(
    request: Request,
    send: () => Promise<Exchange>,
  ) => Promise<Exchange>;
  readonly ownership: Ownership;
  readonly guard: WriteGuard;
  /** Notes what an exchange that another sender had created or deleted. */
  readonly note: (exchange: Exchange) => void;
  /** Digits unique to this run. */
  readonly run: string;
}

/** The result of one part of a run. */
export interface Kept<Result> {
  /** Missing if the part was stopped before it had a result. */
  readonly result?: Result;
  /** What stopped the part. */
  readonly stopped?: unknown;
  /** Records that remain, or may remain, on the target. */
  readonly leftovers: readonly Leftover[];
}

/** Runs one part of a run, and deletes the records that it created, whether it succeeds or fails. Never throws. */
export async function withLedger<Result extends object>(
  {
    target,
    connection,
    onProgress,
  }: {
    readonly target: Target;
    readonly connection: Connection;
    readonly onProgress: (done: number, total: number, part: string) => void;
  },
  work: (tools: RunTools) => Promise<Result>,
): Promise<Kept<Result>> {
  const client = createHttpClient(connection);
  const run = newRunToken();
  const ledger = new Ledger(target, run);
  const send = (request: PlannedRequest): Promise<Exchange> => client.send(request);
  const settling = new Settling(target, pause);
  const ownership = new Ownership({ target, send, run, settling });
  const guard = new WriteGuard(target, send, ownership, run);
  const note = (exchange: Exchange): void => {
    ledger.note(exchange, (path) => ownership.has(path));
    const { request } = exchange;
    // A wrong target may delete a record although it refuses to, and give its id to a record of somebody else.
    if (request.method === contract.operations.deleteRecord.method) guard.noteDeleted(request);
    if (request.method === contract.operations.getRecord.method) guard.noteRead(exchange);
  };
  const underWay = new Set<Promise<Exchange>>();
  let isOver = false;
  const sendGuarded: RunTools['guarded'] = async (request, sendIt) => {
    if (isOver) throw new Interrupted();
    await guard.allow(request);
    if (isOver) throw new Interrupted();
    try {
      const exchange = await sendIt();
      note(exchange);
      return exchange;
    } catch (error) {
      // The request may have reached the target.
      note({ request, failure: messageOf(error) });
      throw error;
    }
  };
  const guarded: RunTools['guarded'] = (request, sendIt) => {
    const sending = sendGuarded(request, sendIt);
    underWay.add(sending);
    const end = (): unknown => underWay.delete(sending);
    sending.then(end, end);
    return sending;
  };
  const tidy = async (): Promise<readonly Leftover[]> => {
    if (target.stateless) return [];
    const onDeleted = (done: number, total: number): void => onProgress(done, total, 'clean-up');
    // The reads of a run must not use up the patience for its deletions.
    return cleanUp({ send, ownership, ledger, settling: new Settling(target, pause), onProgress: onDeleted });
  };
  const working = async (): Promise<Omit<Kept<Result>, 'leftovers'>> => {
    try {
      const guardedClient = { ...client, send: (request: PlannedRequest) => guarded(request, () => send(request)) };
      return { result: await work({ client: guardedClient, guarded, ownership, guard, note, run }) };
    } catch (stopped) {
      return { stopped };
    }
  };
  try {
    const ended = await working();
    isOver = true;
    // Requests in flight may still create records.
    await Promise.allSettled(underWay);
    return { ...ended, leftovers: await tidy() };
  } finally {
    client.close();
  }
}

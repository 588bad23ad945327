import type { PlannedCase, Target, UnprovokedCase } from '../plan/index.ts';
import { plan } from '../plan/index.ts';
import { arrange } from './arrange.ts';
import type { Leftover } from './leftover.ts';
import { cleanUp } from './clean-up.ts';
import type { CreatedRecord } from './created-record.ts';
import { createdBy, createdUnseenBy } from './created-record.ts';
import type { SentCase } from './exchange.ts';
import { newRunToken } from './run-token.ts';
import { dredd } from './senders/dredd.ts';
import { createHttpClient } from './senders/http-client.ts';
import { http } from './senders/http.ts';
import type { Sender, SenderName } from './senders/sender.ts';
import { Interrupted, TargetUnavailable } from './target-unavailable.ts';

const senders: Readonly<Record<SenderName, Sender>> = { http, dredd };

/** What one sender's run over the plan gave, before it is judged. */
export interface SenderRun {
  readonly sender: SenderName;
  readonly planned: readonly PlannedCase[];
  readonly sent: readonly SentCase[];
  readonly unprovoked: readonly UnprovokedCase[];
  readonly leftovers: readonly Leftover[];
}

export interface RunOptions {
  readonly target: Target;
  readonly timeout: number;
  readonly concurrency: number;
  readonly onProgress: (done: number, total: number, sender: SenderName) => void;
  /** Stops the run; what it created is deleted all the same. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Arranges, plans, sends and cleans up for one sender. What was created is deleted again even when sending fails.
 * @throws {TargetUnavailable} when the target can not be reached or judged
 * @throws {Interrupted} when the signal stopped the run
 */
export async function runSender(sender: SenderName, options: RunOptions): Promise<SenderRun> {
  const { target, timeout, concurrency, onProgress, signal } = options;
  const client = createHttpClient(target.baseUrl, timeout);
  const created: CreatedRecord[] = [];
  const sent: SentCase[] = [];
  try {
    const fixtures = await arrange(target, client, newRunToken(), (record) => created.push(record));
    const { cases, unprovoked } = plan(target, fixtures);
    const onSent = (each: SentCase): void => {
      sent.push(each);
      onProgress(sent.length, cases.length, sender);
    };
    await senders[sender](cases, { target, timeout, concurrency, onSent, signal });
    if (signal?.aborted) throw new Interrupted(await deleteAll());
    return { sender, planned: cases, sent, unprovoked, leftovers: await deleteAll() };
  } catch (error) {
    if (error instanceof TargetUnavailable) error.leftovers = await deleteAll();
    throw error;
  } finally {
    client.close();
  }

  async function deleteAll(): Promise<readonly Leftover[]> {
    if (target.stateless) return [];
    const exchanges = sent.map(({ exchange }) => exchange);
    const others = exchanges.map(createdBy).filter((record) => record !== undefined);
    const unseen = exchanges.flatMap((exchange) => createdUnseenBy(exchange, target));
    return cleanUp(target, client, [...created, ...others], unseen);
  }
}

import type { CreatedByRun, PlannedCase, UnprovokedCase } from '../../plan/index.ts';
import { plan } from '../../plan/index.ts';
import type { SentCase } from '../judge/exchange.ts';
import { arrange } from '../records/arrange.ts';
import { recordingCreations } from './recording-creations.ts';
import { withLedger } from '../records/with-ledger.ts';
import { dredd } from '../senders/dredd.ts';
import { http } from '../senders/http.ts';
import type { Sender, SenderName } from '../senders/sender.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import { confirmCases } from './confirm-cases.ts';
import type { RunOptions } from './run-options.ts';
import { selectsCase } from './selection.ts';

const senders: Readonly<Record<SenderName, Sender>> = { http, dredd };

/** The results of sending the plan with one sender, before the checks run. */
export interface SenderRun {
  readonly sender: SenderName;
  readonly planned: readonly PlannedCase[];
  readonly sent: readonly SentCase[];
  readonly unprovoked: readonly UnprovokedCase[];
  readonly leftovers: readonly Leftover[];
  /** The records that were created before the plan was sent. */
  readonly records: readonly CreatedByRun[];
}

/** Sends the plan with one of the built-in senders. */
export async function runSender(sender: SenderName, options: RunOptions): Promise<SenderRun> {
  return { sender, ...(await runPlan(senders[sender], sender, options)) };
}

/**
 * Creates records, builds the plan, sends it and cleans up. Deletes the records it created even if sending fails.
 * @param name the name of the sender in progress reports
 * @throws {TargetUnavailable} if the target cannot be reached or judged
 * @throws {Interrupted} if the signal stopped the run
 */
export function runPlan(send: Sender, name: string, options: RunOptions): Promise<Omit<SenderRun, 'sender'>> {
  const { target, connection, concurrency, selection, onProgress, onSent, signal } = options;
  return withLedger(options, async ({ client, ledger, run }) => {
    const { send: arranging, records } = recordingCreations(client.send);
    const fixtures = await arrange(target, arranging, run);
    const all = plan(target, fixtures);
    const cases = all.cases.filter((each) => selectsCase(selection, each));
    const unprovoked = all.unprovoked.filter((each) => selectsCase(selection, each));
    const sent: SentCase[] = [];
    const note = (each: SentCase): void => {
      sent.push(each);
      ledger.note(each.exchange);
      onProgress(sent.length, cases.length, name);
      onSent?.(each);
    };
    await send(cases, { connection, concurrency, onSent: note, signal });
    const confirmed = await confirmCases(target, sent, { connection, note: (exchange) => ledger.note(exchange) });
    return { planned: cases, sent: confirmed, unprovoked, records };
  });
}

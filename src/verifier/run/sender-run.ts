import type { CreatedByRun, Plan, PlannedCase, PlannedRequest, UnprovokedCase } from '../../plan/index.ts';
import { nameOf } from '../../judge/index.ts';
import type { SentCase } from '../../judge/index.ts';
import { recordingCreations } from './recording-creations.ts';
import { withLedger } from '../records/with-ledger.ts';
import type { WriteGuard } from '../records/write-guard.ts';
import { dredd } from '../senders/dredd.ts';
import { http } from '../senders/http.ts';
import type { Sender, SenderName } from '../senders/sender.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import { Interrupted } from '../senders/target-unavailable.ts';
import { confirmCases } from './confirm-cases.ts';
import type { PlanSource } from './plan-source.ts';
import { constraintCases, scenarioCases } from './plan-source.ts';
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
  /** The error that stopped it before every case was sent. */
  readonly stopped?: unknown;
}

/** Sends the plan with one of the built-in senders. */
export async function runSender(sender: SenderName, options: RunOptions): Promise<SenderRun> {
  return { sender, ...(await runPlan(senders[sender], sender, options)) };
}

/** Tests the rules of the definition, with the built-in client. */
export async function runConstraints(options: RunOptions): Promise<SenderRun> {
  return { sender: 'http', ...(await runPlan(http, 'constraints', options, constraintCases)) };
}

/**
 * Creates records, builds the plan, sends it and cleans up. Deletes the records it created even if sending fails. Never throws:
 * the result has what was sent until the run was stopped.
 * @param name the name of the sender in progress reports
 * @param source where the cases come from; the scenarios of the contract by default
 */
export async function runPlan(
  send: Sender,
  name: string,
  options: RunOptions,
  source: PlanSource = scenarioCases,
): Promise<Omit<SenderRun, 'sender'>> {
  const { target, connection, concurrency, selection, onProgress, onSent, signal } = options;
  const selected = ({ cases, unprovoked }: Plan) => ({
    planned: cases.filter((each) => selectsCase(selection, each)),
    unprovoked: unprovoked.filter((each) => selectsCase(selection, each)),
  });
  const { result, ...kept } = await withLedger(options, async ({ client, ownership, guard, note, run }) => {
    const { send: arranging, records } = recordingCreations((request) => {
      if (signal?.aborted) throw new Interrupted();
      return client.send(request);
    });
    const prepared = await source.prepare({ target, send: arranging, ownership, run });
    const { planned, unprovoked } = await withoutDangerous(guard, selected(prepared), signal);
    const sent: SentCase[] = [];
    const onEach = (each: SentCase): void => {
      sent.push(each);
      note(each.exchange);
      onProgress(sent.length, planned.length, name);
      onSent?.(each);
    };
    try {
      const onLost = (request: PlannedRequest): void => note({ request, failure: 'the run ended while it was sent' });
      await send(planned, { connection, concurrency, onSent: onEach, onLost, signal });
      return { planned, unprovoked, records, sent: await confirmCases(target, sent, { connection, note }) };
    } catch (stopped) {
      return { planned, unprovoked, records, sent, stopped };
    }
  });
  return {
    ...(result ?? {
      ...selected(source.withoutRecords(target, 'the run was stopped before it could create records')),
      sent: [],
      records: [],
    }),
    ...kept,
  };
}

/** Leaves out the cases that could change a record of somebody else. */
async function withoutDangerous(
  guard: WriteGuard,
  { planned, unprovoked }: Pick<SenderRun, 'planned' | 'unprovoked'>,
  signal: AbortSignal | undefined,
): Promise<Pick<SenderRun, 'planned' | 'unprovoked'>> {
  const objections = new Map<PlannedCase, string>();
  for (const each of planned) {
    if (signal?.aborted) throw new Interrupted();
    const objection = await guard.objection(each.request);
    if (objection !== undefined) objections.set(each, objection);
  }
  const dangerous = [...objections].map(([planned, reason]): UnprovokedCase => ({
    ...nameOf(planned),
    reason,
    declared: false,
  }));
  return { planned: planned.filter((each) => !objections.has(each)), unprovoked: [...unprovoked, ...dangerous] };
}

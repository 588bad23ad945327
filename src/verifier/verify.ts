import { randomInt } from 'node:crypto';

import type { Target } from '../plan/index.ts';
import { listRequest } from '../plan/index.ts';
import type { FailOn } from './judge/basis.ts';
import type { KnownFinding } from './judge/known-findings.ts';
import type { Level } from './probes/probe.ts';
import { buildReport } from './report/build-report.ts';
import type { Report } from './report/report.ts';
import { bailer } from './run/bailer.ts';
import { judgeRun } from './run/judge-run.ts';
import type { ProbeRun } from './run/probe-run.ts';
import { runProbes } from './run/probe-run.ts';
import type { RunOptions } from './run/run-options.ts';
import type { Selection } from './run/selection.ts';
import { checkSelection, everything } from './run/selection.ts';
import { runSender } from './run/sender-run.ts';
import { createHttpClient } from './senders/http-client.ts';
import type { Connection, SenderName } from './senders/sender.ts';
import { availableSenders } from './senders/sender.ts';
import { Interrupted, TargetUnavailable } from './senders/target-unavailable.ts';

export interface VerifyOptions {
  readonly target: Target;
  /** How far to go; `strict` by default. */
  readonly level?: Level;
  /** Who sends the plan; both by default, one after the other. */
  readonly senders?: readonly SenderName[];
  /** What to leave out; nothing by default. */
  readonly selection?: Selection;
  /** Whether to stop at the first finding. */
  readonly bail?: boolean;
  /** Findings that do not fail the run, as long as they occur. */
  readonly known?: readonly KnownFinding[];
  /** How long an answer may take, in milliseconds; 10,000 by default. */
  readonly timeout?: number;
  /** How many requests our own sender has under way at once; 4 by default. */
  readonly concurrency?: number;
  /** Whether notes fail the run too; only findings do by default. */
  readonly failOn?: FailOn;
  /** What generated requests grow from; chosen at random by default, and told in the report. */
  readonly seed?: number;
  /** Headers to send with every request, the certificate authority to trust, whether to trust any certificate. */
  readonly connection?: Partial<Pick<Connection, 'headers' | 'ca' | 'insecure'>>;
  readonly onProgress?: RunOptions['onProgress'];
  /** Stops the run; what it created is deleted all the same. */
  readonly signal?: AbortSignal;
}

const LARGEST_SEED = 2 ** 31;

/**
 * Verifies a live implementation over HTTP: arranges records of its own, sends every documented scenario, judges the answers,
 * probes what no single answer shows, deletes what it created, and reports.
 * @throws {SelectionError} when the selection names what there is not
 * @throws {TargetUnavailable} when the target can not be reached or judged
 * @throws {Interrupted} when the signal stopped the run
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const {
    target,
    level = 'strict',
    senders = availableSenders(),
    selection = everything,
    failOn = 'finding',
  } = options;
  const { bail = false, known = [], concurrency = 4, seed = randomInt(LARGEST_SEED), signal } = options;
  checkSelection(selection);
  const connection = {
    baseUrl: target.baseUrl,
    timeout: 10_000,
    headers: {},
    insecure: false,
    ...connectionOf(options),
  };
  const start = performance.now();
  await reach(connection, target);

  const bailing = bailer(bail, { failOn, selection, known });
  const part: RunOptions = {
    target,
    connection,
    concurrency,
    selection,
    onProgress: options.onProgress ?? (() => undefined),
    onSent: bailing.look,
    signal: signal === undefined ? bailing.signal : AbortSignal.any([signal, bailing.signal]),
  };
  const runs = [];
  for (const sender of senders) {
    if (bailing.signal.aborted) break;
    const run = await runSender(sender, part);
    if (signal?.aborted) throw new Interrupted(run.leftovers);
    runs.push({ run, judged: judgeRun(run, selection) });
  }
  const probing: ProbeRun = bailing.signal.aborted
    ? { probed: [], leftovers: [] }
    : await runProbes({ ...part, level, seed, judged: runs.flatMap(({ judged }) => judged) });
  if (signal?.aborted) throw new Interrupted(probing.leftovers);

  return buildReport({
    target,
    level,
    selection,
    seed: level === 'hostile' ? seed : null,
    senders,
    runs,
    probing,
    known,
    failOn,
    bailed: bailing.signal.aborted,
    durationMs: Math.round(performance.now() - start),
  });
}

function connectionOf({ timeout, connection }: VerifyOptions): Partial<Connection> {
  return { ...connection, ...(timeout === undefined ? {} : { timeout }) };
}

/** Asks for a page of the entity, or for anything at all, so that a target that is not there is told before anything is planned. */
async function reach(connection: Connection, { organization, workspace, entity }: Target): Promise<void> {
  const client = createHttpClient(connection);
  const path = `/${[organization, workspace, entity?.name].map((part) => encodeURIComponent(part ?? '')).join('/')}`;
  try {
    const exchange = await client.send(listRequest({ path, key: undefined }, {}));
    if ('failure' in exchange)
      throw new TargetUnavailable(`${connection.baseUrl} does not answer: ${exchange.failure}`);
  } finally {
    client.close();
  }
}

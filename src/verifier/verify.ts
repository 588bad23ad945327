import { randomInt } from 'node:crypto';

import type { Target } from '../plan/index.ts';
import type { FailOn, KnownFinding } from '../judge/index.ts';
import { lookUpIn } from '../judge/index.ts';
import { preflight } from './preflight/index.ts';
import type { Level } from './probes/probe.ts';
import { buildReport } from './report/build-report.ts';
import { reportMasker } from './report/report-masker.ts';
import type { Report } from './report/report.ts';
import { bailer } from './run/bailer.ts';
import { judgeRun } from './run/judge-run.ts';
import type { ProbeRun } from './run/probe-run.ts';
import { runProbes } from './run/probe-run.ts';
import type { RunOptions } from './run/run-options.ts';
import { sentExchange } from './run/sent-exchange.ts';
import type { SentExchange } from './run/sent-exchange.ts';
import { maskerOf, secretsOf } from '../masking/index.ts';
import type { Selection } from './run/selection.ts';
import { checkSelection, everything } from './run/selection.ts';
import { runConstraints, runSender } from './run/sender-run.ts';
import type { Clock } from './senders/clock.ts';
import { stopOf } from './run/stop.ts';
import type { Connection, SenderName } from './senders/sender.ts';
import { availableSenders } from './senders/sender.ts';
import { Interrupted } from './senders/target-unavailable.ts';
import { Traffic } from './senders/traffic.ts';

export interface VerifyOptions {
  readonly target: Target;
  /** How much to verify; `strict` by default. */
  readonly level?: Level;
  /** The senders that send the plan, one after the other; all available senders by default. */
  readonly senders?: readonly SenderName[];
  /** Which parts of the run to include; all by default. */
  readonly selection?: Selection;
  /** Whether to stop at the first finding; `false` by default. */
  readonly bail?: boolean;
  /** Findings to accept: they do not fail the run. One that no longer occurs fails the run, except with `only` or `skip`. */
  readonly known?: readonly KnownFinding[];
  /** How long a response may take, in milliseconds; 10,000 by default. */
  readonly timeout?: number;
  /** The maximum number of requests in flight; 4 by default. Dredd always sends one at a time. */
  readonly concurrency?: number;
  /** The maximum number of requests a second; no limit by default. */
  readonly rate?: number;
  /** The clock of all waiting; the real one by default. */
  readonly clock?: Clock;
  /**
   * What fails the run: `finding` (the default), `note` for findings and notes, or `server-error` only for a finding about a status
   * of 500 or more, no response, or a body that is not JSON. With `server-error`, what was not provoked does not fail it either.
   */
  readonly failOn?: FailOn;
  /** The seed for generated requests, or `random` for another one in each run; the same in every run by default. The report contains it. */
  readonly seed?: number | 'random';
  /** Headers to send with every request, the certificate authority to trust, whether to accept any certificate, and the proxy. */
  readonly connection?: Partial<Pick<Connection, 'headers' | 'ca' | 'insecure' | 'proxy'>>;
  readonly onProgress?: RunOptions['onProgress'];
  /** Called with each request of the plan and its response, with every key masked. Probes send other requests, too. */
  readonly onExchange?: (exchange: SentExchange) => void;
  /** Stops the run. The records it created are still deleted. */
  readonly signal?: AbortSignal;
}

/** Fixed, so that a verdict never depends on chance. */
const DEFAULT_SEED = 20_261_123;

const LARGEST_SEED = 2 ** 31;

/**
 * Verifies a live implementation over HTTP. Creates the records it needs, sends every documented scenario, checks the
 * responses, runs probes for behaviour that no single response shows, deletes its records, and returns a report. If the run is
 * stopped, because the target stops responding or the signal is aborted, the report covers everything up to that point.
 * @throws {SelectionError} if the selection contains an unknown name
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const {
    target,
    level = 'strict',
    senders = availableSenders(),
    selection = everything,
    failOn = 'finding',
  } = options;
  const { bail = false, known = [], concurrency = 4, onExchange, signal } = options;
  const seed = options.seed === 'random' ? randomInt(LARGEST_SEED) : (options.seed ?? DEFAULT_SEED);
  checkSelection(selection);
  const connection = {
    baseUrl: target.baseUrl,
    timeout: 10_000,
    insecure: false,
    traffic: new Traffic({ rate: options.rate, clock: options.clock, signal }),
    ...connectionOf(options),
  };
  const start = performance.now();
  const secrets = secretsOf(target, connection.headers);
  const mask = reportMasker(secrets);
  const maskExchange = maskerOf({ secrets });
  const prepared = await preflight({ target, connection, mask: mask.text, signal });
  const bailing = bailer(bail, { failOn, selection, lookUp: lookUpIn(known, mask.name) });
  const part: RunOptions = {
    target,
    connection,
    concurrency,
    selection,
    onProgress: options.onProgress ?? (() => undefined),
    onSent: (sent) => {
      onExchange?.(sentExchange(sent, connection, maskExchange));
      bailing.look(sent);
    },
    signal: signal === undefined ? bailing.signal : AbortSignal.any([signal, bailing.signal]),
  };
  let stop = stopOf(signal?.aborted ? new Interrupted() : prepared.stopped);
  const isOver = (): boolean => stop !== null || bailing.signal.aborted;
  const runs = [];
  for (const sender of senders) {
    if (isOver()) break;
    const run = await runSender(sender, part);
    runs.push({ run, judged: judgeRun(run, selection) });
    stop = stopOf(signal?.aborted ? new Interrupted() : run.stopped);
  }
  if (!isOver() && target.definition !== undefined && !target.stateless && senders.includes('http')) {
    const run = await runConstraints(part);
    runs.push({ run, judged: judgeRun(run, selection) });
    stop = stopOf(signal?.aborted ? new Interrupted() : run.stopped);
  }
  let probing: ProbeRun = { probed: [], leftovers: [], records: [] };
  if (!isOver()) {
    probing = await runProbes({ ...part, level, seed, judged: runs.flatMap(({ judged }) => judged) });
    stop = stopOf(signal?.aborted ? new Interrupted() : bailing.signal.aborted ? undefined : probing.stopped);
  }

  return buildReport({
    target,
    headers: connection.headers,
    level,
    selection,
    seed: level === 'hostile' ? seed : null,
    senders,
    runs,
    probing,
    preflight: prepared,
    known,
    failOn,
    bailed: bailing.signal.aborted,
    stopped: stop,
    durationMs: Math.round(performance.now() - start),
  });
}

function connectionOf({
  target,
  timeout,
  connection,
}: VerifyOptions): Partial<Connection> & Pick<Connection, 'headers'> {
  const headers = { ...target.headers, ...connection?.headers };
  return { ...connection, headers, ...(timeout === undefined ? {} : { timeout }) };
}

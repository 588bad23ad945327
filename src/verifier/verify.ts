import type { Target } from '../plan/index.ts';
import { isNormative } from './basis.ts';
import { findingsOf } from './findings.ts';
import type { FailOn } from './judged-case.ts';
import { judgeRun } from './judged-case.ts';
import { isContent, outcomesOf } from './outcomes.ts';
import type { CaseOutcome, Report } from './report.ts';
import { maskerOf } from './secrets.ts';
import type { RunOptions } from './sender-run.ts';
import { runSender } from './sender-run.ts';
import { createHttpClient } from './senders/http-client.ts';
import type { SenderName } from './senders/sender.ts';
import { senderNames } from './senders/sender.ts';

export interface VerifyOptions {
  readonly target: Target;
  /** Who sends the plan; both by default, one after the other. */
  readonly senders?: readonly SenderName[];
  /** How long an answer may take, in milliseconds; 10,000 by default. */
  readonly timeout?: number;
  /** How many requests our own sender has under way at once; 4 by default. */
  readonly concurrency?: number;
  /** Whether notes fail the run too; only findings do by default. */
  readonly failOn?: FailOn;
  readonly onProgress?: RunOptions['onProgress'];
  /** Stops the run; what it created is deleted all the same. */
  readonly signal?: AbortSignal;
}

/**
 * Verifies a live implementation over HTTP: arranges records of its own, sends every documented scenario, judges the answers,
 * deletes what it created, and reports.
 * @throws {TargetUnavailable} when the target can not be reached or judged
 * @throws {Interrupted} when the signal stopped the run
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const { target, senders = senderNames, timeout = 10_000, concurrency = 4, failOn = 'finding' } = options;
  const { onProgress = () => undefined, signal } = options;
  const start = performance.now();
  await reach(target, timeout);

  const runs = [];
  for (const sender of senders) {
    const run = await runSender(sender, { target, timeout, concurrency, onProgress, signal });
    runs.push({ run, judged: judgeRun(run) });
  }

  const all = findingsOf(
    target,
    runs.flatMap(({ judged }) => judged),
  );
  const findings = all.filter(({ basis }) => isNormative(basis));
  const notes = all.filter(({ basis }) => !isNormative(basis));
  const outcomes = runs.flatMap(({ run, judged }) => outcomesOf(run, judged, failOn));
  const count = (outcome: CaseOutcome['outcome']): number => outcomes.filter((each) => each.outcome === outcome).length;
  const { baseUrl, organization = null, workspace = null } = target;
  return maskerOf(target)<Report>({
    target: { baseUrl, organization, workspace },
    senders,
    summary: {
      ok: outcomes.every(isContent),
      passed: count('passed'),
      failed: count('failed'),
      notProvoked: count('not-provoked'),
      findings: findings.length,
      notes: notes.length,
      durationMs: Math.round(performance.now() - start),
    },
    outcomes,
    findings,
    notes,
    leftovers: runs.flatMap(({ run }) => run.leftovers),
  });
}

/** Asks for anything at all, so that a target that is not there is told before anything is planned. */
async function reach({ baseUrl }: Target, timeout: number): Promise<void> {
  const client = createHttpClient(baseUrl, timeout);
  try {
    await client.send({ method: 'GET', path: '/', headers: { accept: 'application/json' } });
  } finally {
    client.close();
  }
}

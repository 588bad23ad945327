import type { CreatedByRun, OwnRecord, PlannedRequest, Unavailable } from '../../plan/index.ts';
import { NotApplicable, NotProvokable, plan, PlanContext, tokensBesidesPlan } from '../../plan/index.ts';
import { isNormative, clauseOf, judge } from '../../judge/index.ts';
import type { Exchange, SentCase, JudgedBreach } from '../../judge/index.ts';
import { breachOfCase } from '../probes/breach.ts';
import type { ProbeName } from '../probes/index.ts';
import { probeNames, probes } from '../probes/index.ts';
import type { Level, Probe, ProbeBreach, ProbeContext } from '../probes/probe.ts';
import { framed, isPresent } from '../probes/hostile/hostile-case.ts';
import { levels } from '../probes/probe.ts';
import { arrange, createRecord } from '../records/arrange.ts';
import type { RunTools } from '../records/with-ledger.ts';
import { withLedger } from '../records/with-ledger.ts';
import type { RawRequest } from '../senders/raw-socket.ts';
import { allowsRaw, OnlyThroughProxy, sendRaw } from '../senders/raw-socket.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import { Interrupted } from '../senders/target-unavailable.ts';
import { confirmSilence } from './confirm-silence.ts';
import type { JudgedCase } from './judge-run.ts';
import { recordingCreations } from './recording-creations.ts';
import type { RunOptions } from './run-options.ts';
import { selectsCheck, selectsProbe } from './selection.ts';

/** A probe after it ran, with what it found. */
export interface ProbedProbe {
  readonly probe: ProbeName;
  readonly breaches: readonly ProbeBreach[];
  /** Why it, or a part of it, could not run; `undefined` if all of it ran. */
  readonly unprovoked?: string;
  /** Whether the run fails if the probe could not run. */
  readonly required: boolean;
}

export interface ProbeRun {
  readonly probed: readonly ProbedProbe[];
  readonly leftovers: readonly Leftover[];
  /** The records that were created for the probes. */
  readonly records: readonly CreatedByRun[];
  /** The error that stopped it before every probe had run. */
  readonly stopped?: unknown;
}

export interface ProbeRunOptions extends RunOptions {
  readonly level: Level;
  /** The seed for generated requests. */
  readonly seed: number;
  /** The cases of the matrix, which the senders have already sent. */
  readonly judged: readonly JudgedCase[];
}

/** Runs the probes of a level one after the other, on records created for them. */
export async function runProbes(options: ProbeRunOptions): Promise<ProbeRun> {
  const { selection, level, onProgress, signal } = options;
  const selected = probeNames.filter((name) => isOfLevel(probes[name], level) && selectsProbe(selection, name));
  if (selected.length === 0) return { probed: [], leftovers: [], records: [] };
  const probed: ProbedProbe[] = [];
  const { result, stopped, leftovers } = await withLedger(options, async (tools) => {
    const { send, records } = recordingCreations(tools.client.send);
    const context = await createContext(options, { ...tools, client: { ...tools.client, send } });
    for (const probe of selected) {
      if (signal?.aborted) break;
      onProgress(probed.length, selected.length, `probe ${probe}`);
      probed.push(await runProbe(probe, context));
    }
    return { records };
  });
  const records = result?.records ?? [];
  return { probed, records, leftovers, ...(stopped === undefined ? {} : { stopped }) };
}

async function runProbe(probe: ProbeName, context: ProbeContext): Promise<ProbedProbe> {
  const { basis, readsBack = false, reads = [], run }: Probe = probes[probe];
  const required = isNormative(basis);
  const absent = reads.find((operationId) => !isPresent(context.target, operationId));
  if (absent !== undefined) {
    const unprovoked = `the target has no ${absent}: ${context.target.absentOperations[absent]}`;
    return { probe, breaches: [], unprovoked, required: false };
  }
  try {
    if (readsBack && context.target.stateless) throw new NotProvokable('the target stores nothing');
    let unsent: OnlyThroughProxy | undefined;
    const sendRaw: ProbeContext['sendRaw'] = async (request) => {
      try {
        return await context.sendRaw(request);
      } catch (error) {
        if (error instanceof OnlyThroughProxy) unsent = error;
        throw error;
      }
    };
    const found = await run({ ...context, sendRaw });
    const breaches = found.filter(({ operationId }) => isPresent(context.target, operationId));
    return unsent === undefined
      ? { probe, breaches, required }
      : { probe, breaches, unprovoked: unsent.message, required: false };
  } catch (error) {
    if (!(error instanceof NotProvokable)) throw error;
    const mayPass = context.target.stateless || error instanceof NotApplicable;
    return { probe, breaches: [], unprovoked: error.message, required: required && !mayPass };
  }
}

async function createContext(options: ProbeRunOptions, tools: RunTools): Promise<ProbeContext> {
  const { target, connection, concurrency, selection, seed, judged, signal } = options;
  const { client, guarded, ownership, run } = tools;
  const send = limited((request: PlannedRequest) => {
    if (signal?.aborted) throw new Interrupted();
    return client.send(request);
  }, concurrency);
  let isRawAllowed: Promise<boolean> | undefined;
  const canSendRaw = (): Promise<boolean> => (isRawAllowed ??= allowsRaw(connection));
  const sendNoted = limited(async (request: RawRequest) => {
    if (signal?.aborted) throw new Interrupted();
    if (!(await canSendRaw())) throw new OnlyThroughProxy(connection);
    return guarded(request, () => sendRaw(connection, request));
  }, concurrency);
  const judgeSelected = (sent: SentCase): readonly JudgedBreach[] =>
    judge(sent).filter(({ check }) => selectsCheck(selection, check));
  /** Sends a request on a fresh connection, unless only the proxy can open one. */
  const sendAlone = async (request: PlannedRequest): Promise<Exchange> =>
    (await canSendRaw()) ? sendNoted(framed(request)) : send(request);
  const confirming = (exchange: Exchange, again: () => Promise<Exchange>): Promise<Exchange> =>
    confirmSilence(target, exchange, { again, send });
  const creating = { target, send, ownership, run };
  const fixtures = await arrange(creating);
  const drafts = new PlanContext(target, fixtures, tokensBesidesPlan(run));
  const own = (record: OwnRecord | Unavailable): OwnRecord => {
    if ('reason' in record) throw new NotProvokable(record.reason);
    return record;
  };
  return {
    target,
    drafts,
    plan: plan(target, fixtures),
    seed,
    send,
    sendRaw: sendNoted,
    sendAlone,
    burst: (requests) => Promise.all(requests.map((request) => client.send(request))),
    create: async () =>
      own(await createRecord(creating, { entityName: drafts.entity.name, values: drafts.newValues() })),
    createReference: async (parentId) => {
      const values = drafts.newReference(parentId);
      return own(await createRecord(creating, { entityName: drafts.reference.entity, values }));
    },
    confirm: confirming,
    expect: async (planned) => {
      if (!isPresent(target, planned.operationId)) return [];
      const exchange = await confirming(await send(planned.request), () => sendAlone(planned.request));
      return judgeSelected({ planned, exchange }).map((found) =>
        breachOfCase(planned, { ...found, contract: found.rule ?? clauseOf(planned), exchange }),
      );
    },
    isReported: ({ operationId, scenario, variant }) =>
      judged.some(
        ({ planned, breaches }) =>
          breaches.length > 0 &&
          planned.operationId === operationId &&
          planned.scenario === scenario &&
          planned.variant === variant,
      ),
    judge: judgeSelected,
  };
}

function isOfLevel(probe: Probe, level: Level): boolean {
  return levels.indexOf(probe.level) <= levels.indexOf(level);
}

/** Limits how many calls run at the same time. Further calls wait their turn. */
function limited<Input, Output>(
  call: (input: Input) => Promise<Output>,
  most: number,
): (input: Input) => Promise<Output> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (input) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await call(input);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

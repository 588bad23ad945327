import type { Exchange } from '../../../judge/index.ts';
import { CLOSED_WITHOUT_ANSWER } from '../../senders/raw-socket.ts';
import { inWords, statusOf } from '../answer.ts';
import { breachOfCase } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import type { HostileCase } from './hostile-case.ts';
import { isPresent } from './hostile-case.ts';
import { judgeAnswer } from './judge-answer.ts';
import { isChanged, NO_TRACE, snapshot, watchRecords } from './own-records.ts';
import type { SentHostile } from './stray-records.ts';
import { strayRecords } from './stray-records.ts';
import { unlessProxy } from './unless-proxy.ts';

const WORKERS = 4;

/** Stops sending after this many requests without a response, because each one takes the full timeout. */
const MOST_UNANSWERED = 3;

/**
 * Sends bad requests, judges their responses, and checks whether refused ones left a trace. Leaves out requests for operations
 * that the target does not have.
 */
export async function runCases(context: ProbeContext, all: readonly HostileCase[]): Promise<readonly ProbeBreach[]> {
  const cases = all.filter(({ answers: [{ operationId }] }) => isPresent(context.target, operationId));
  const changesSince = await watchRecords(context);
  const sent: SentHostile[] = [];
  let silences = 0;
  const send = async (hostile: HostileCase): Promise<SentHostile | undefined> => {
    if (silences >= MOST_UNANSWERED) return undefined;
    const { raw, answers } = hostile;
    const [{ request }] = answers;
    const again = (): Promise<Exchange> => (raw === undefined ? context.sendAlone(request) : context.sendRaw(raw));
    const first = await unlessProxy(raw === undefined ? context.send(request) : again());
    if (first === undefined) return undefined;
    if (isSilent(first)) silences += 1;
    const exchange = await context.confirm(first, again);
    if (isSilent(first) && 'response' in exchange) silences -= 1;
    sent.push({ hostile, exchange });
    return { hostile, exchange };
  };

  const queue = cases.filter(({ aim }) => aim === undefined).values();
  const work = async (): Promise<void> => {
    for (const hostile of queue) await send(hostile);
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  // One after the other, to find out which request changed the record.
  const traces: ProbeBreach[] = [];
  for (const hostile of cases) traces.push(...(await sendAimed(context, hostile, send)));
  const strays = await strayRecords(context, sent);
  const answers = sent
    .toSorted((one, other) => cases.indexOf(one.hostile) - cases.indexOf(other.hostile))
    .flatMap(({ hostile, exchange }) => judgeAnswer(context.judge, hostile, exchange));
  return [...answers, ...traces, ...strays, ...(await changesSince())];
}

/** Sends a case that would change a record of the run, and checks that the record is unchanged if it was refused. */
async function sendAimed(
  context: ProbeContext,
  hostile: HostileCase,
  send: (hostile: HostileCase) => Promise<SentHostile | undefined>,
): Promise<readonly ProbeBreach[]> {
  const { aim, answers } = hostile;
  if (aim === undefined) return [];
  const before = await snapshot(context, aim);
  const each = await send(hostile);
  if (each === undefined || statusOf(each.exchange) < 400) return [];
  const after = await snapshot(context, aim);
  if (!isChanged(before, after)) return [];
  const message = `${inWords(each.exchange)}, but the record changed from ${before} to ${after}`;
  return [breachOfCase(answers[0], { basis: 'api', message, contract: NO_TRACE, exchange: each.exchange })];
}

function isSilent(exchange: Exchange): boolean {
  return 'failure' in exchange && exchange.failure !== CLOSED_WITHOUT_ANSWER;
}

import type { PlannedCase } from '../../plan/index.ts';
import { planFailure, writeRequest } from '../../plan/index.ts';
import { clauseOf } from '../../judge/index.ts';
import { statusOf } from './answer.ts';
import { breachOfCase } from './breach.ts';
import { isPresent } from './hostile/hostile-case.ts';
import type { Probe, ProbeBreach, ProbeContext } from './probe.ts';

/** Characters with a meaning in HTML, SQL and URLs, and letters beyond ASCII. */
const ODD_TEXT = `O'Brien & <Söhne> "100%" 日本`;

/** The odd characters that an e-mail address may contain. */
const ODD_LETTERS = "o'b&r%";

/** A message repeats names, ids and values exactly as they were sent, without escaping them for HTML, SQL or URLs. */
export const exactEcho: Probe = {
  level: 'strict',
  basis: 'seed',
  run: async (context) => {
    const { drafts } = context;
    const list = drafts.validRequest('listRecords');
    const get = { ...drafts.validRequest('getRecord'), id: drafts.missingId };
    const variant = 'special characters';
    const cases: readonly PlannedCase[] = [
      planFailure(
        { operationId: 'listRecords', scenario: 'entityNotFound', variant, basis: 'seed' },
        { request: { ...list, entityName: ODD_TEXT }, values: { entityName: ODD_TEXT } },
      ),
      planFailure(
        { operationId: 'getRecord', scenario: 'entityNotFound', variant, basis: 'seed' },
        { request: { ...get, entityName: ODD_TEXT }, values: { entityName: ODD_TEXT } },
      ),
      planFailure(
        { operationId: 'getRecord', scenario: 'recordNotFound', variant, basis: 'seed' },
        { request: { ...get, id: ODD_TEXT }, values: { id: ODD_TEXT } },
      ),
    ];
    const breaches = await Promise.all(cases.map((planned) => echo(context, planned)));
    return [...breaches.flat(), ...(await echoOfValue(context))];
  },
};

/** Judges the message of one failure. Another failure is a note, because a server may refuse the characters themselves. */
async function echo(
  { target, send, sendAlone, confirm, judge }: ProbeContext,
  planned: PlannedCase,
): Promise<readonly ProbeBreach[]> {
  const { operationId, scenario, request, expected } = planned;
  if (!isPresent(target, operationId)) return [];
  const exchange = await confirm(await send(request), () => sendAlone(request));
  const isDeclared = scenario === 'recordNotFound' && statusOf(exchange) === target.malformedId;
  if (isDeclared && statusOf(exchange) !== expected.status) return [];
  const asked: PlannedCase = statusOf(exchange) === expected.status ? planned : { ...planned, basis: 'ours' };
  return judge({ planned: asked, exchange })
    .filter(({ check, rule }) => rule !== undefined || ['status', 'message', 'pair', 'answer', 'body'].includes(check))
    .map(({ rule, ...found }) => breachOfCase(asked, { ...found, contract: rule ?? clauseOf(asked), exchange }));
}

/** Stores a unique value with odd characters twice. Skipped if the column does not accept them. */
async function echoOfValue(context: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { target, drafts, send } = context;
  if (target.stateless || target.lacks?.unique !== undefined || !isPresent(target, 'createRecord')) return [];
  const { unique } = drafts.entity;
  const values = drafts.newValues();
  const good = values[unique];
  if (typeof good !== 'string') return [];
  const odd = { [unique]: `${good.slice(0, 1)}${ODD_LETTERS}${good.slice(1)}` };
  const draft = drafts.validRequest('createRecord');
  const first = await send(writeRequest({ ...draft, body: { ...values, ...odd } }));
  if (statusOf(first) < 200 || statusOf(first) >= 300) return [];
  const name = { operationId: 'createRecord', scenario: 'uniqueConstraintViolation', basis: 'seed' } as const;
  return echo(
    context,
    planFailure(
      { ...name, variant: 'special characters' },
      // The entity may have other unique columns.
      { request: { ...draft, body: { ...drafts.newValues(), ...odd } }, values: { column: unique } },
    ),
  );
}

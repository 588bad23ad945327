import { contract, isObject } from '../../../contract/index.ts';
import type { OwnRecord, PlannedRequest, RecordId, RequestDraft } from '../../../plan/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import { parseBody } from '../../../judge/index.ts';
import type { Exchange } from '../../../judge/index.ts';
import { inWords, statusOf } from '../answer.ts';
import { breachOfCase } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { CONTRACT, refusedCases } from './refused-cases.ts';
import type { Watched } from './watched-record.ts';
import { changeSince, watch } from './watched-record.ts';

/** The records that the refused writes of the plan name. */
const AIMS = ['refused', 'update', 'taken', 'parent', 'child'] as const;

/** Sends the refused writes that name a record one after the other, and reads the records after each. */
export async function refusedChanges(context: ProbeContext): Promise<readonly ProbeBreach[]> {
  const breaches: ProbeBreach[] = [];
  const records = ownRecords(context);
  const before = new Map<string, Watched>();
  for (const [name, { request }] of records) before.set(name, await watch(() => read(context, request)));
  for (const planned of refusedCases(context, (operationId) => contract.operations[operationId].method !== 'POST')) {
    const aims = [...records].filter(([, { record }]) => mentions(planned.request, record.id));
    if (aims.length === 0) continue;
    const exchange = await context.send(planned.request);
    // A write that was not refused may leave traces. The check `status` reports it.
    const isRefused = statusOf(exchange) >= 400;
    for (const [name, aim] of aims) {
      const now = await read(context, aim.request);
      const then = before.get(name);
      if (then === undefined) continue;
      const change = changeSince(then, now);
      before.set(name, { ...then, exchange: now });
      if (change === undefined || !isRefused) continue;
      const message = `${inWords(exchange)}, but ${change}`;
      breaches.push(breachOfCase(planned, { basis: 'api', message, contract: CONTRACT, exchange }));
    }
  }
  return breaches;
}

interface Aim {
  readonly record: OwnRecord;
  readonly request: RequestDraft;
}

function ownRecords({ drafts, target }: ProbeContext): ReadonlyMap<string, Aim> {
  const entityOf = {
    refused: undefined,
    update: undefined,
    taken: undefined,
    parent: target.reference?.parent,
    child: target.reference?.entity,
  };
  const aims = AIMS.filter((name) => target.reference !== undefined || (name !== 'parent' && name !== 'child'));
  return new Map(
    aims.map((name) => {
      const record = drafts.record(name);
      const request = { ...drafts.validRequest('getRecord'), id: record.id };
      return [name, { record, request: { ...request, entityName: entityOf[name] ?? request.entityName } }];
    }),
  );
}

function read({ send }: ProbeContext, request: RequestDraft): Promise<Exchange> {
  return send(writeRequest(request));
}

/** Whether a request names an id in its path or in its body. */
function mentions({ path, body = '' }: PlannedRequest, id: RecordId): boolean {
  if (path.split('/').includes(encodeURIComponent(String(id)))) return true;
  const json = parseBody(body);
  const items: readonly unknown[] = Array.isArray(json) ? json : [];
  return items.some((item) => String(isObject(item) ? item.id : item) === String(id));
}

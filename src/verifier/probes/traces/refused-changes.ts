import { contract, isObject } from '../../../contract/index.ts';
import type { OwnRecord, PlannedRequest, RecordId, RequestDraft } from '../../../plan/index.ts';
import { writeExactJson, writeRequest } from '../../../plan/index.ts';
import { parseBody } from '../../judge/parse-body.ts';
import { inWords, recordOf, statusOf } from '../answer.ts';
import { breachOfCase } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { CONTRACT, refusedCases } from './refused-cases.ts';

/** The records that the refused writes of the plan name. */
const AIMS = ['refused', 'update', 'taken', 'parent', 'child'] as const;

/** Sends the refused writes that name a record one after the other, and reads the records after each. */
export async function refusedChanges(context: ProbeContext): Promise<readonly ProbeBreach[]> {
  const breaches: ProbeBreach[] = [];
  const records = ownRecords(context);
  const before = new Map<string, Snapshot>();
  for (const [name, record] of records) before.set(name, await snapshot(context, record));
  for (const planned of refusedCases(context, (operationId) => contract.operations[operationId].method !== 'POST')) {
    const aims = [...records].filter(([, { record }]) => mentions(planned.request, record.id));
    if (aims.length === 0) continue;
    const exchange = await context.send(planned.request);
    // A write that was not refused may leave traces. The check `status` reports it.
    const isRefused = statusOf(exchange) >= 400;
    for (const [name, aim] of aims) {
      const now = await snapshot(context, aim);
      const then = before.get(name);
      before.set(name, now);
      if (now === then || !isRefused) continue;
      const message = `${inWords(exchange)}, but the record changed from ${then} to ${now}`;
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

/** The columns that a record was created with, as text, or the absence of the record in words. */
type Snapshot = string;

async function snapshot({ send }: ProbeContext, { record, request }: Aim): Promise<Snapshot> {
  const exchange = await send(writeRequest(request));
  const data = recordOf(exchange);
  if (data === undefined) return `no record (reading it ${inWords(exchange)})`;
  return writeExactJson(Object.fromEntries(Object.keys(record.values).map((column) => [column, data[column]])));
}

/** Whether a request names an id in its path or in its body. */
function mentions({ path, body = '' }: PlannedRequest, id: RecordId): boolean {
  if (path.split('/').includes(encodeURIComponent(String(id)))) return true;
  const json = parseBody(body);
  const items: readonly unknown[] = Array.isArray(json) ? json : [];
  return items.some((item) => String(isObject(item) ? item.id : item) === String(id));
}

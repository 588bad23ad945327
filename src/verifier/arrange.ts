import type { Fixtures, OwnRecord, RecordPurpose, Target, Unavailable } from '../plan/index.ts';
import { fixturesOfStateless, recordPurposes, recordToArrange } from '../plan/index.ts';
import type { CreatedRecord } from './created-record.ts';
import { createdBy } from './created-record.ts';
import type { Exchange } from './exchange.ts';
import { authorized, collectionPath } from './own-request.ts';
import type { HttpClient } from './senders/http-client.ts';

/**
 * Creates the records that the run needs, one for each purpose; what can not be created is told in words.
 * @param remember called with each record as soon as it stands, so that it is deleted whatever happens next
 */
export async function arrange(
  target: Target,
  client: HttpClient,
  run: string,
  remember: (record: CreatedRecord) => void,
): Promise<Fixtures> {
  if (target.stateless) return fixturesOfStateless(target, run);
  const create = async (purpose: RecordPurpose, parentId?: string | number): Promise<OwnRecord | Unavailable> => {
    const record = recordToArrange(target, purpose, run, parentId);
    if ('reason' in record) return record;
    const collection = collectionPath(target, record.entityName);
    if ('reason' in collection) return collection;
    const body = JSON.stringify(record.values);
    const request = { method: 'POST', path: collection.path, headers: authorized(target, collection.path, body), body };
    const exchange = await client.send(request);
    const created = createdBy(exchange);
    if (created === undefined) return { reason: `creating a record of ${record.entityName} ${outcomeOf(exchange)}` };
    remember(created);
    return { id: created.id, values: record.values };
  };
  const parent = await create('parent');
  const others = await Promise.all(
    recordPurposes.map(async (purpose) => {
      if (purpose === 'parent') return [purpose, parent] as const;
      return [purpose, await create(purpose, 'id' in parent ? parent.id : undefined)] as const;
    }),
  );
  return { run, records: Object.fromEntries(others) as Fixtures['records'] };
}

function outcomeOf(exchange: Exchange): string {
  if ('failure' in exchange) return `failed: ${exchange.failure}`;
  return `was answered ${exchange.response.status} ${exchange.response.body.slice(0, 200)}`.trim();
}

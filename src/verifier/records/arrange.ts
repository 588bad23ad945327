import type {
  Fixtures,
  OwnRecord,
  PlannedRequest,
  RecordId,
  RecordPurpose,
  RecordToArrange,
  Target,
  Unavailable,
} from '../../plan/index.ts';
import { collectionOf, createRequest, fixturesOfStateless, recordPurposes, recordToArrange } from '../../plan/index.ts';
import type { Exchange } from '../judge/exchange.ts';
import { createdBy } from './created-record.ts';

/** Creates the records that the run needs, one per purpose. For a record that cannot be created, returns the reason. */
export async function arrange(
  target: Target,
  send: (request: PlannedRequest) => Promise<Exchange>,
  run: string,
): Promise<Fixtures> {
  if (target.stateless) return fixturesOfStateless(target, run);
  const create = async (purpose: RecordPurpose, parentId?: RecordId): Promise<OwnRecord | Unavailable> => {
    const record = recordToArrange(target, purpose, run, parentId);
    return 'reason' in record ? record : createRecord(target, send, record);
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

/** Creates one record, or returns why it could not be created. */
export async function createRecord(
  target: Target,
  send: (request: PlannedRequest) => Promise<Exchange>,
  { entityName, values }: RecordToArrange,
): Promise<OwnRecord | Unavailable> {
  const collection = collectionOf(target, entityName);
  if ('reason' in collection) return collection;
  const exchange = await send(createRequest(collection, values));
  const created = createdBy(target, exchange);
  if (created === undefined) return { reason: `creating a ${entityName} record ${outcomeOf(exchange)}` };
  return { id: created.id, values };
}

function outcomeOf(exchange: Exchange): string {
  if ('failure' in exchange) return `failed: ${exchange.failure}`;
  return `returned ${exchange.response.status} ${exchange.response.body.slice(0, 200)}`.trim();
}

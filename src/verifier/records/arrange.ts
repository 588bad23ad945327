import type {
  AncestorRecords,
  Fixtures,
  OwnRecord,
  PlannedRequest,
  RecordId,
  RecordPurpose,
  RecordToArrange,
  Target,
  Unavailable,
} from '../../plan/index.ts';
import {
  ancestorToArrange,
  collectionOf,
  createAncestors,
  createRequest,
  fixturesOfStateless,
  recordPurposes,
  recordToArrange,
} from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { createdBy } from './ledger.ts';
import type { Ownership } from './ownership.ts';
import { possibleRecords } from './possible-records.ts';

/** What creating a record works with. */
export interface CreateTools {
  readonly target: Target;
  readonly send: (request: PlannedRequest) => Promise<Exchange>;
  readonly ownership: Ownership;
  /** The digits of the run. */
  readonly run: string;
}

/** Creates the records that the run needs, one per purpose. For a record that cannot be created, returns the reason. */
export async function arrange(tools: CreateTools): Promise<Fixtures> {
  const { target, run } = tools;
  if (target.stateless) return fixturesOfStateless(target, run);
  const ancestors = await arrangeAncestors(tools);
  const create = async (purpose: RecordPurpose, parentId?: RecordId): Promise<OwnRecord | Unavailable> => {
    const record = recordToArrange(target, purpose, run, parentId, ancestors);
    return 'reason' in record ? record : createRecord(tools, record, { isOnlyRead: purpose === 'read' });
  };
  const parent = await create('parent');
  const others = await Promise.all(
    recordPurposes.map(async (purpose) => {
      if (purpose === 'parent') return [purpose, parent] as const;
      return [purpose, await create(purpose, 'id' in parent ? parent.id : undefined)] as const;
    }),
  );
  return { run, records: Object.fromEntries(others) as Fixtures['records'], ancestors };
}

/** Above the numbers of the records by purpose, and below those of the cases. */
const FIRST_ANCESTOR = 50;

/** Creates the records that all others must reference. */
function arrangeAncestors(tools: CreateTools): Promise<AncestorRecords> {
  let next = FIRST_ANCESTOR;
  return createAncestors(tools.target, async (ancestor, earlier) => {
    const record = ancestorToArrange(ancestor, `${tools.run}${String(next++).padStart(4, '0')}`, earlier);
    return 'reason' in record ? record : createRecord(tools, record);
  });
}

/**
 * Creates one record, and reads it to confirm that the id in the response is that of the new record. Returns why it could not be
 * created, or cannot be used.
 */
export async function createRecord(
  { target, send, ownership, run }: CreateTools,
  { entityName, values }: RecordToArrange,
  { isOnlyRead = false }: { readonly isOnlyRead?: boolean } = {},
): Promise<OwnRecord | Unavailable> {
  const collection = collectionOf(target, entityName);
  if ('reason' in collection) return collection;
  const exchange = await send(createRequest(collection, values));
  const created = createdBy(target, exchange);
  if (created === undefined) return { reason: `creating a ${entityName} record ${outcomeOf(exchange)}` };
  const unavailable = (why: string): Unavailable => ({
    reason: `creating a ${entityName} record returned an id, but ${why}`,
  });
  const unusable = ownership.unusable(created.id);
  if (unusable !== undefined) return unavailable(unusable);
  const record = { id: created.id, values };
  if (target.stateless) return record;
  const [possible] = possibleRecords(target, exchange.request, run);
  const why = await ownership.confirm(collection, created.id, possible?.marker === undefined ? [] : [possible.marker]);
  // A record that is only read needs no proof: the checks of the read say what is wrong with it.
  return why === undefined || isOnlyRead ? record : unavailable(why);
}

function outcomeOf(exchange: Exchange): string {
  if ('failure' in exchange) return `failed: ${exchange.failure}`;
  return `returned ${exchange.response.status} ${exchange.response.body.slice(0, 200)}`.trim();
}

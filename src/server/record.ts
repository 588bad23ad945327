import { fail } from '../contract/index.ts';
import { validateRecord } from '../workspace/index.ts';
import type { OperationRequest } from './operation.ts';
import type { RecordValues, StoredRecord } from './store/store.ts';

/** Where a record is. */
type Place = Pick<OperationRequest, 'store' | 'collection'>;

/** @throws `recordNotFound` */
export async function readRecord({ store, collection }: Place, id: string): Promise<StoredRecord> {
  const number = numberOf(id);
  const record = number === undefined ? undefined : await store.get(collection, number);
  if (record === undefined) throw fail('recordNotFound', { id });
  return record;
}

/** @throws `validationError`, or the store's own errors */
export async function writeNewRecord({ store, collection }: Place, values: RecordValues): Promise<StoredRecord> {
  requireValid({ store, collection }, values, 'create');
  return store.create(collection, values);
}

/**
 * Changes a record. The `id` that it has may stand among the values, so that what was read can be sent back.
 * @throws `recordNotFound`, `validationError`, or the store's own errors
 */
export async function changeRecord(place: Place, id: string, values: RecordValues): Promise<StoredRecord> {
  const before = await readRecord(place, id);
  const { id: sentId, ...others } = values;
  const changes = sentId === before.id ? others : values;
  requireValid(place, changes, 'update');
  const after = await place.store.update(place.collection, before.id, changes);
  if (after === undefined) throw fail('recordNotFound', { id });
  return after;
}

/** @throws `recordNotFound`, or the store's own errors */
export async function removeRecord({ store, collection }: Place, id: string): Promise<void> {
  const number = numberOf(id);
  if (number === undefined || !(await store.delete(collection, number))) throw fail('recordNotFound', { id });
}

function requireValid({ collection }: Place, values: RecordValues, purpose: 'create' | 'update'): void {
  const details = validateRecord(collection.entity, values, purpose);
  if (details.length > 0) throw fail('validationError', { details });
}

/** Ids are written in one way only: `01`, `1.0` and `+1` are nobody's. */
function numberOf(id: string): number | undefined {
  const number = Number(id);
  return /^[1-9]\d*$/.test(id) && Number.isSafeInteger(number) ? number : undefined;
}

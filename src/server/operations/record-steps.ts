import type { ScenarioFailure } from '../../contract/index.ts';
import { fail } from '../../contract/index.ts';
import { validateRecord } from '../../workspace/index.ts';
import type { Collection, RecordValues, StoredRecord } from '../store/store.ts';
import type { OperationRequest } from './operation.ts';

/** How a record is reached: the store, and the collection in it. */
type RecordAccess = Pick<OperationRequest, 'store' | 'collection'>;

/** @throws `recordNotFound` */
export async function readRecord({ store, collection }: RecordAccess, id: string): Promise<StoredRecord> {
  const number = numberOf(id);
  const record = number === undefined ? undefined : await store.get(collection, number);
  if (record === undefined) throw fail('recordNotFound', { id });
  return record;
}

/** @throws `validationError`, or the store's own errors */
export function writeNewRecord({ store, collection }: RecordAccess, values: RecordValues): Promise<StoredRecord> {
  const failure = validationFailure(collection, values, 'create');
  // Not thrown: that would cost more than to find out what is wrong.
  return failure === undefined ? store.create(collection, values) : Promise.reject(failure);
}

/**
 * Changes a record. The `id` that it has may stand among the values, so that what was read can be sent back.
 * @throws `recordNotFound`, `validationError`, or the store's own errors
 */
export async function changeRecord(access: RecordAccess, id: string, values: RecordValues): Promise<StoredRecord> {
  const before = await readRecord(access, id);
  const { id: sentId, ...others } = values;
  const changes = sentId === before.id ? others : values;
  const failure = validationFailure(access.collection, changes, 'update');
  if (failure !== undefined) throw failure;
  const after = await access.store.update(access.collection, before.id, changes);
  if (after === undefined) throw fail('recordNotFound', { id });
  return after;
}

/** @throws `recordNotFound`, or the store's own errors */
export async function removeRecord({ store, collection }: RecordAccess, id: string): Promise<void> {
  const number = numberOf(id);
  if (number === undefined || !(await store.delete(collection, number))) throw fail('recordNotFound', { id });
}

function validationFailure(
  { entity }: Collection,
  values: RecordValues,
  purpose: 'create' | 'update',
): ScenarioFailure | undefined {
  const details = validateRecord(entity, values, purpose);
  return details.length === 0 ? undefined : fail('validationError', { details });
}

/** Ids are written in one way only: `01`, `1.0` and `+1` are nobody's. */
function numberOf(id: string): number | undefined {
  const number = Number(id);
  return /^[1-9]\d*$/.test(id) && Number.isSafeInteger(number) ? number : undefined;
}

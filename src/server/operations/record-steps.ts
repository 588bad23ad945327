import type { ScenarioFailure } from '../../contract/index.ts';
import { fail } from '../../contract/index.ts';
import { validateRecord } from '../../workspace/index.ts';
import type { Collection, RecordValues, StoredRecord } from '../store/store.ts';
import type { OperationRequest } from './operation.ts';

/** What is needed to access a record: the store and the collection. */
type RecordAccess = Pick<OperationRequest, 'store' | 'collection'>;

/**
 * Reads a record.
 * @throws `recordNotFound`
 */
export async function readRecord({ store, collection }: RecordAccess, id: string): Promise<StoredRecord> {
  const number = numberOf(id);
  const record = number === undefined ? undefined : await store.get(collection, number);
  if (record === undefined) throw fail('recordNotFound', { id });
  return record;
}

/**
 * Validates and stores a new record.
 * @throws `validationError`, or the errors of the store
 */
export function writeNewRecord({ store, collection }: RecordAccess, values: RecordValues): Promise<StoredRecord> {
  const failure = validationFailure(collection, values, 'create');
  // Not thrown: throwing would cost more than the validation.
  return failure === undefined ? store.create(collection, values) : Promise.reject(failure);
}

/**
 * Updates a record. The values may include its current `id`, so a client can send back the record that it read.
 * @throws `recordNotFound`, `validationError`, or the errors of the store
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

/**
 * Deletes a record.
 * @throws `recordNotFound`, or the errors of the store
 */
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

/** Parses an id. Each id has one spelling only: `01`, `1.0` and `+1` match no record. */
function numberOf(id: string): number | undefined {
  const number = Number(id);
  return /^[1-9]\d*$/.test(id) && Number.isSafeInteger(number) ? number : undefined;
}

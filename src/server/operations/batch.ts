import type { ErrorObject } from '../../contract/index.ts';
import { contract, fail, isObject, toErrorObject } from '../../contract/index.ts';
import type { RecordValues } from '../store/store.ts';
import type { OperationRequest } from './operation.ts';

/** How a batch fared: the body that answers it. */
export interface BatchResult {
  readonly succeeded: number;
  readonly failed: number;
  /** The items that failed, in order; left out when there are none. */
  readonly errors?: readonly { readonly index: number; readonly error: ErrorObject }[];
}

/**
 * Takes a body for a batch of items of one kind, as many as the contract allows. It is looked at as a whole before anything is written.
 * @throws `badRequest` where it is something else, naming the index of the item
 */
export function requireBatch<Item>(body: unknown, isItem: (item: unknown) => item is Item, kind: string): Item[] {
  if (!Array.isArray(body)) throw fail('badRequest', { message: 'The body must be a JSON array' });
  const { minimum, maximum } = contract.limits.batch;
  if (body.length < minimum || body.length > maximum)
    throw fail('badRequest', {
      message: `The body must have ${minimum} to ${maximum} items; it has ${body.length}`,
    });
  return body.map((item: unknown, index) => {
    if (!isItem(item)) throw fail('badRequest', { message: `Item ${index} of the body must be ${kind}` });
    return item;
  });
}

/** Whether an item is the id of a record. */
export function isId(item: unknown): item is number {
  return Number.isSafeInteger(item);
}

/** Whether an item is the values of a record together with its id. */
export function isRecordWithId(item: unknown): item is RecordValues & { readonly id: number } {
  return isObject(item) && isId(item.id);
}

/** Does the work for each item by itself: one that fails does not stop the rest. */
export async function runBatch<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  failureOf: OperationRequest['failureOf'],
): Promise<BatchResult> {
  const errors: { index: number; error: ErrorObject }[] = [];
  for (const [index, item] of items.entries()) {
    try {
      await work(item);
    } catch (error) {
      errors.push({ index, error: toErrorObject(failureOf(error)) });
    }
  }
  const result = { succeeded: items.length - errors.length, failed: errors.length };
  return errors.length === 0 ? result : { ...result, errors };
}

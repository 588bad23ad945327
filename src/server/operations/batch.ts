import { setImmediate } from 'node:timers/promises';

import type { ErrorObject } from '../../contract/index.ts';
import { contract, fail, isObject, toErrorObject } from '../../contract/index.ts';
import type { RecordValues } from '../store/store.ts';
import type { OperationRequest } from './operation.ts';

/** The outcome of a batch: the body of its response. */
export interface BatchResult {
  readonly succeeded: number;
  readonly failed: number;
  /** The items that failed, in order. Omitted if there are none. */
  readonly errors?: readonly { readonly index: number; readonly error: ErrorObject }[];
}

/**
 * Checks that a body is a batch of items of one kind, no more and no fewer than the contract allows. Checks all of it before
 * anything is written.
 * @throws `badRequest` if it is anything else; the message contains the index of the invalid item
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

/** Returns true if an item can be the id of a record. */
export function isId(item: unknown): item is number {
  return Number.isSafeInteger(item);
}

/** Returns true if an item is an object of values that includes the id of its record. */
export function isRecordWithId(item: unknown): item is RecordValues & { readonly id: number } {
  return isObject(item) && isId(item.id);
}

/** How long a batch can work before other requests get a turn, in milliseconds. */
const MAXIMUM_TURN = 20;

/**
 * Carries out the work for each item. An item that fails does not stop the rest. Lets other requests go on in between: many
 * invalid items can take long. `now` returns the time in milliseconds.
 */
export async function runBatch<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  failureOf: OperationRequest['failureOf'],
  now: () => number = () => performance.now(),
): Promise<BatchResult> {
  const errors: { index: number; error: ErrorObject }[] = [];
  let turn = now();
  for (const [index, item] of items.entries()) {
    if (now() - turn > MAXIMUM_TURN) {
      await setImmediate();
      turn = now();
    }
    try {
      await work(item);
    } catch (error) {
      errors.push({ index, error: toErrorObject(failureOf(error)) });
    }
  }
  const result = { succeeded: items.length - errors.length, failed: errors.length };
  return errors.length === 0 ? result : { ...result, errors };
}

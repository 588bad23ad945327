import type { BulkItemScenario, EnvelopeNames, scenarios } from '../../../generated/client-table.ts';
import { bulkItemScenarios } from '../../../generated/client-table.ts';
import type { SchemaBulkItemFailure, SchemaBulkResult } from '../../../generated/openapi-types.ts';
import type { DetailsOf } from '../result/api-error-of.ts';
import { readErrorObject } from './read-error-object.ts';

/** How one item of a batch fared. */
export type BulkOutcome<Item> =
  | { readonly ok: true; readonly index: number; readonly item: Item }
  | { readonly ok: false; readonly index: number; readonly item: Item; readonly error: BulkItemError };

/** Why one item failed: `code` narrows `details` and `scenario`, as it does in an `ApiError`. */
export type BulkItemError = WithScenario<SchemaBulkItemFailure['error']>;

// Distributes over the error objects, so that each code becomes a member of its own.
type WithScenario<ErrorObject> =
  ErrorObject extends Readonly<Record<EnvelopeNames['code'], infer Known>>
    ? {
        readonly code: Known;
        readonly message: string;
        readonly details: DetailsOf<ErrorObject>;
        /** Which documented way to fail it is, where the message tells. */
        readonly scenario: ItemScenario<Known> | undefined;
      }
    : never;

type ItemScenario<Known> = {
  [Name in BulkItemScenario]: (typeof scenarios)[Name]['code'] extends Known ? Name : never;
}[BulkItemScenario];

/**
 * Tells how each item of a batch fared, in the order of the batch:
 * `bulkOutcomes(records, await unwrap(client.bulkCreateRecords({ entityName, body: records })))`.
 */
export function bulkOutcomes<Item>(items: readonly Item[], result: SchemaBulkResult): BulkOutcome<Item>[] {
  const failures = itemErrors(result);
  return items.map((item, index) => {
    const error = failures.get(index);
    return error ? { ok: false, index, item, error } : { ok: true, index, item };
  });
}

/**
 * Whether a bulk answer says, once and as documented, how each failed item failed. `sent` is how many items the batch had, where
 * that is known.
 */
export function isBulkResultWhole(result: SchemaBulkResult, sent?: number): boolean {
  const { succeeded, failed, errors = [] } = result;
  const failures = [...itemErrors(result)];
  const total = succeeded + failed;
  return (
    total === (sent ?? total) &&
    errors.length === failed &&
    failures.length === failed &&
    failures.every(([index, error]) => index < total && error)
  );
}

function itemErrors({ errors = [] }: SchemaBulkResult): Map<number, BulkItemError | undefined> {
  return new Map(
    errors.map(({ index, error }) => {
      const read = readErrorObject(error, bulkItemScenarios);
      // A cast at the boundary: code, details and scenario were found together in the table beside which the types are generated.
      return [index, typeof read === 'string' ? undefined : (read as BulkItemError)];
    }),
  );
}

import type { BulkItemScenario, EnvelopeNames, scenarios } from '../../../generated/client-table.ts';
import { bulkItemScenarios } from '../../../generated/client-table.ts';
import type { SchemaBulkItemFailure, SchemaBulkResult } from '../../../generated/openapi-types.ts';
import type { DetailsOf, ValuesOf } from '../result/api-error-of.ts';
import { readErrorObject } from './read-error-object.ts';

/** The outcome of one item of a batch. */
export type BulkOutcome<Item, Problem = BulkItemError> =
  | { readonly ok: true; readonly index: number; readonly item: Item }
  | { readonly ok: false; readonly index: number; readonly item: Item; readonly error: Problem };

declare const problem: unique symbol;

/** The result of a batch. If the client knows its workspace, the type also says why an item can fail, for `bulkOutcomes`. */
export interface BulkResultOf<Problem> extends SchemaBulkResult {
  readonly [problem]?: Problem;
}

/** Why an item failed. `code` narrows `details` and `scenario`, as in an `ApiError`. */
export type BulkItemError = WithScenario<SchemaBulkItemFailure['error']>;

// Distributes over the error objects, so that each code gets its own member.
type WithScenario<ErrorObject> =
  ErrorObject extends Readonly<Record<EnvelopeNames['code'], infer Known>>
    ? {
        readonly code: Known;
        readonly message: string;
        readonly details: DetailsOf<ErrorObject>;
        /** The documented scenario, if the message identifies it. */
        readonly scenario: ItemScenario<Known> | undefined;
        /** The values in the message, as in an `ApiError`. */
        readonly values: ValuesOf<ItemScenario<Known>>;
      }
    : never;

type ItemScenario<Known> = {
  [Name in BulkItemScenario]: (typeof scenarios)[Name]['code'] extends Known ? Name : never;
}[BulkItemScenario];

/**
 * Returns the outcome of each item of a batch, in the order of the batch:
 * `bulkOutcomes(records, await unwrap(client.bulkCreateRecords({ entityName, body: records })))`.
 */
export function bulkOutcomes<Item, Problem = BulkItemError>(
  items: readonly Item[],
  result: BulkResultOf<Problem>,
): BulkOutcome<Item, Problem>[];
export function bulkOutcomes<Item>(items: readonly Item[], result: SchemaBulkResult): BulkOutcome<Item>[] {
  const failures = itemErrors(result);
  return items.map((item, index) => {
    const error = failures.get(index);
    return error ? { ok: false, index, item, error } : { ok: true, index, item };
  });
}

/**
 * Whether a bulk response lists each failed item exactly once, with a documented error.
 * @param sent the batch, if known
 */
export function isBulkResultWhole(result: SchemaBulkResult, sent?: readonly unknown[]): boolean {
  const { succeeded, failed, errors = [] } = result;
  const failures = [...itemErrors(result)];
  const total = succeeded + failed;
  return (
    total === (sent?.length ?? total) &&
    errors.length === failed &&
    failures.length === failed &&
    failures.every(([index, error]) => index < total && error)
  );
}

function itemErrors({ errors = [] }: SchemaBulkResult): Map<number, BulkItemError | undefined> {
  return new Map(
    errors.map(({ index, error }) => {
      const read = readErrorObject(error, bulkItemScenarios);
      // A cast at the boundary: code, details and scenario come from one row of the table, which is generated together with the
      // types.
      return [index, typeof read === 'string' ? undefined : (read as BulkItemError)];
    }),
  );
}

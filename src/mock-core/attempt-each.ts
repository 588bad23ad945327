import type { ErrorObject } from '../contract/index.ts';
import { ScenarioFailure, toErrorObject } from '../contract/index.ts';

/** The result of a batch. */
export interface BulkResult {
  readonly succeeded: number;
  readonly failed: number;
  /** `undefined`, and so left out of the response, if no item failed. */
  readonly errors: readonly { readonly index: number; readonly error: ErrorObject }[] | undefined;
}

/** Attempts every item of a batch. A documented failure of one item does not affect the others. */
export function attemptEach(items: readonly unknown[], attempt: (item: unknown) => void): BulkResult {
  const errors = items.flatMap((item, index) => {
    const failure = documentedFailureIn(() => attempt(item));
    return failure === undefined ? [] : [{ index, error: toErrorObject(failure) }];
  });
  return {
    succeeded: items.length - errors.length,
    failed: errors.length,
    errors: errors.length === 0 ? undefined : errors,
  };
}

function documentedFailureIn(attempt: () => void): ScenarioFailure | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (error instanceof ScenarioFailure) return error;
    throw error;
  }
}

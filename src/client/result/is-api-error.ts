import type { Code, OperationId } from '../../../generated/client-table.ts';
import type { ApiErrorOf } from './api-error-of.ts';
import { ApiError } from './api-error.ts';

/**
 * Whether a caught value is an `ApiError`, and has the given code if there is one: `isApiError(error, code)`. Narrows an
 * `unknown` to every documented pair, and the error of a result to the pairs of its operation.
 */
export function isApiError(error: unknown): error is ApiErrorOf;
export function isApiError<Wanted extends Code>(error: unknown, code: Wanted): error is ApiErrorOf<OperationId, Wanted>;
export function isApiError(error: unknown, code?: Code): boolean {
  return error instanceof ApiError && (code === undefined || error.code === code);
}

import { contract, fail, internalError, ScenarioFailure } from '../contract/index.ts';
import { requestFault, statusOf } from '../error-responses/index.ts';
import type { Log, RequestPlace } from './log/log.ts';
import { ForeignKeyViolation, ReferencedViolation, UniqueViolation } from './store/store-errors.ts';

/**
 * Returns the failure to respond with for any error. An unexpected error is logged with its request, and its response reveals nothing
 * about it.
 */
export function failureOf(error: unknown, request: RequestPlace, log: Log): ScenarioFailure {
  const expected = expectedFailure(error);
  if (expected !== undefined) return expected;
  log({ ...request, error });
  return internalError();
}

function expectedFailure(error: unknown): ScenarioFailure | undefined {
  if (error instanceof ScenarioFailure) return error;
  if (error instanceof UniqueViolation) return fail('uniqueConstraintViolation', error);
  if (error instanceof ForeignKeyViolation) return fail('foreignKeyViolation', error);
  if (error instanceof ReferencedViolation) return fail('recordReferenced', error);
  const message = requestFault(error, contract.limits.bodyBytes);
  if (message !== undefined) return fail('badRequest', { message });
  const status = statusOf(error) ?? 0;
  return status >= 400 && status < 500 ? fail('badRequest', { message: 'The request is malformed' }) : undefined;
}

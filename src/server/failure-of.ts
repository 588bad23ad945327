import { contract, fail, internalError, ScenarioFailure } from '../contract/index.ts';
import { requestFault, statusOf } from '../error-responses/index.ts';
import type { Log } from './log/log.ts';
import { ForeignKeyViolation, ReferencedViolation, UniqueViolation } from './store/store-errors.ts';

/**
 * The failure that answers an error, whatever raised it. An error that nobody foresaw is logged under the request's id, and its
 * answer gives nothing away.
 */
export function failureOf(error: unknown, requestId: string, log: Log): ScenarioFailure {
  const foreseen = foreseenFailure(error);
  if (foreseen !== undefined) return foreseen;
  log({ requestId, error });
  return internalError();
}

function foreseenFailure(error: unknown): ScenarioFailure | undefined {
  if (error instanceof ScenarioFailure) return error;
  if (error instanceof UniqueViolation) return fail('uniqueConstraintViolation', error);
  if (error instanceof ForeignKeyViolation) return fail('foreignKeyViolation', error);
  if (error instanceof ReferencedViolation) return fail('recordReferenced', error);
  const message = requestFault(error, contract.limits.bodyBytes);
  if (message !== undefined) return fail('badRequest', { message });
  const status = statusOf(error) ?? 0;
  return status >= 400 && status < 500 ? fail('badRequest', { message: 'The request is not well formed' }) : undefined;
}

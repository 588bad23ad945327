import { contract, fail, routeNotFound, ScenarioFailure } from '../contract/index.ts';
import { requestFault, statusOf } from '../error-responses/index.ts';

/**
 * Returns the failure to respond with: a thrown scenario, or one that matches the status of an error from the framework or its
 * plugins. Returns `undefined` for an unexpected error.
 * @param bodyLimit the maximum body size in bytes, used if the error does not contain it
 */
export function foreseenFailure(error: unknown, bodyLimit?: number): ScenarioFailure | undefined {
  if (error instanceof ScenarioFailure) return error;
  const message = requestFault(error, bodyLimit);
  return message === undefined ? failureOfStatus(statusOf(error) ?? 0) : fail('badRequest', { message });
}

/** Uses the contract's message: the error's own was meant for developers and may reveal internals. */
function failureOfStatus(status: number): ScenarioFailure | undefined {
  if (status === contract.scenarios.invalidApiKey.status) return fail('invalidApiKey');
  if (status === contract.scenarios.readOnlyKey.status) return fail('readOnlyKey');
  if (status === contract.scenarios.routeNotFound.status) return routeNotFound();
  return status >= 400 && status < 500
    ? fail('badRequest', { message: 'The request cannot be accepted as it was sent' })
    : undefined;
}

/** Statuses of a gateway or rate limiter that ask the client to retry later. */
const COME_AGAIN = new Set([429, 502, 503, 504]);

/** Whether to leave the response to the framework, because the contract does not define the error's status. */
export function isLeftAlone(error: unknown): boolean {
  const status = statusOf(error) ?? 0;
  const isDocumented = contract.pairs.some((pair) => pair.status === status);
  return !(error instanceof ScenarioFailure) && COME_AGAIN.has(status) && !isDocumented;
}

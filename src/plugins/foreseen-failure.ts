import { contract, fail, routeNotFound, ScenarioFailure } from '../contract/index.ts';
import { requestFault, statusOf } from '../error-responses/index.ts';

/**
 * The failure that answers an error: a scenario that was thrown, or what the framework and its plugins say by a status of their own.
 * `undefined` for an error that nobody foresaw.
 * @param bodyLimit how many bytes a body may have, where the error does not say so itself
 */
export function foreseenFailure(error: unknown, bodyLimit?: number): ScenarioFailure | undefined {
  if (error instanceof ScenarioFailure) return error;
  const message = requestFault(error, bodyLimit);
  return message === undefined ? failureOfStatus(statusOf(error) ?? 0) : fail('badRequest', { message });
}

/** Says it in the contract's words: those of the error were meant for others, and may tell of the inside. */
function failureOfStatus(status: number): ScenarioFailure | undefined {
  if (status === contract.scenarios.invalidApiKey.status) return fail('invalidApiKey');
  if (status === contract.scenarios.readOnlyKey.status) return fail('readOnlyKey');
  if (status === contract.scenarios.routeNotFound.status) return routeNotFound();
  return status >= 400 && status < 500
    ? fail('badRequest', { message: 'The request can not be accepted as it was sent' })
    : undefined;
}

/** The statuses by which a gateway, or a limit on requests, says to come again. */
const COME_AGAIN = new Set([429, 502, 503, 504]);

/** Whether an error is left to the framework to answer, because the contract has no word for its status. */
export function isLeftAlone(error: unknown): boolean {
  const status = statusOf(error) ?? 0;
  const isDocumented = contract.pairs.some((pair) => pair.status === status);
  return !(error instanceof ScenarioFailure) && COME_AGAIN.has(status) && !isDocumented;
}

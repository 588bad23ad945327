import { contract } from './contract.ts';
import type { ScenarioFailure } from './failure.ts';
import { fail } from './failure.ts';

/** Creates the failure for a path that belongs to no operation, with the contract's message. */
export function routeNotFound(): ScenarioFailure {
  return fail('routeNotFound', { message: contract.scenarios.routeNotFound.example });
}

/** Creates the failure that is returned for an unexpected error. The contract's message reveals nothing about the cause. */
export function internalError(): ScenarioFailure {
  return fail('internalError', { message: contract.scenarios.internalError.example });
}

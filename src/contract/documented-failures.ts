import { contract } from './contract.ts';
import type { ScenarioFailure } from './failure.ts';
import { fail } from './failure.ts';

/** The failure of a path that belongs to no operation, in the contract's own words. */
export function routeNotFound(): ScenarioFailure {
  return fail('routeNotFound', { message: contract.scenarios.routeNotFound.example });
}

/** The failure that answers an unexpected error, in the contract's own words: it reveals nothing. */
export function internalError(): ScenarioFailure {
  return fail('internalError', { message: contract.scenarios.internalError.example });
}

import type { ScenarioFailure } from '../contract/index.ts';
import { contract, fail } from '../contract/index.ts';

/** The failure of a path that is no operation, in the contract's own words. */
export function routeNotFound(): ScenarioFailure {
  return fail('routeNotFound', { message: contract.scenarios.routeNotFound.example });
}

/** The failure that answers an error which nobody foresaw, in the contract's own words: it gives nothing away. */
export function internalError(): ScenarioFailure {
  return fail('internalError', { message: contract.scenarios.internalError.example });
}

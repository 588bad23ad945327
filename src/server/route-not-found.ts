import type { ScenarioFailure } from '../contract/index.ts';
import { fail, scenarios } from '../contract/index.ts';

/** The failure of a path that is no operation, in the contract's own words. */
export function routeNotFound(): ScenarioFailure {
  return fail('routeNotFound', { message: scenarios.routeNotFound.example });
}

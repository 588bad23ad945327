import type { ScenarioFailure } from '../../contract/index.ts';
import { fail, scenarios } from '../../contract/index.ts';

/** A failure whose text is free, in the words of the contract's own example. */
export function failAsDocumented(scenario: 'internalError' | 'routeNotFound'): ScenarioFailure {
  return fail(scenario, { message: scenarios[scenario].example });
}

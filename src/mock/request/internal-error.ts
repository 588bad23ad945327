import type { ScenarioFailure } from '../../contract/index.ts';
import { fail, scenarios } from '../../contract/index.ts';

/** The failure that gives nothing away, in the words of the contract's own example. */
export function internalError(): ScenarioFailure {
  return fail('internalError', { message: scenarios.internalError.example });
}

import { clientCallOf } from './client-call.ts';
import type { CellScenario, PlannedCase } from './planned-case.ts';

/**
 * Picks the case that shows a scenario best: the first in the order of the contract that the typed client can send as well, or the
 * first of all. `undefined` where no case provokes it.
 */
export function exampleOf(scenario: CellScenario, cases: readonly PlannedCase[]): PlannedCase | undefined {
  const own = cases.filter((each) => each.scenario === scenario);
  return own.find((each) => clientCallOf('', each) !== undefined) ?? own[0];
}

import { clientCallOf } from './client-call.ts';
import type { CellScenario, PlannedCase } from './planned-case.ts';

/**
 * Picks the case that illustrates a scenario best: the first one, in the order of the contract, that the typed client can also
 * send, or else the first one. Returns `undefined` if no case provokes the scenario.
 */
export function exampleOf(scenario: CellScenario, cases: readonly PlannedCase[]): PlannedCase | undefined {
  const own = cases.filter((each) => each.scenario === scenario);
  return own.find((each) => clientCallOf('', each) !== undefined) ?? own[0];
}

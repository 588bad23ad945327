import type { ScenarioName } from '../../../generated/client-table.ts';
import { scenarios } from '../../../generated/client-table.ts';
import { placeLiterals } from '../../contract/index.ts';

/**
 * Finds which of some scenarios with one code an error is, by its message: the one whose template it fills, or else the one that
 * has no template, which comes last in the table and which every message fits. `undefined` where it is not one of them.
 */
export function tellScenario(
  candidates: readonly ScenarioName[],
  message: Pick<string, 'length' | 'lastIndexOf'>,
): ScenarioName | undefined {
  return candidates.find((name) => placeLiterals(scenarios[name].literals, message));
}

import type { ScenarioName } from '../../../generated/client-table.ts';
import { scenarios } from '../../../generated/client-table.ts';
import { placeLiterals } from '../../contract/index.ts';

/**
 * Finds the scenario of an error by its message, among candidates with the same code. This is the scenario whose template
 * matches the message, or else the one without a template: it comes last in the table and matches any message. Returns
 * `undefined` if none matches.
 */
export function tellScenario(
  candidates: readonly ScenarioName[],
  message: Pick<string, 'length' | 'lastIndexOf'>,
): ScenarioName | undefined {
  return candidates.find((name) => placeLiterals(scenarios[name].literals, message));
}

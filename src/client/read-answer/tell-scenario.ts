import type { ScenarioName } from '../../../generated/client-table.ts';
import { scenarios } from '../../../generated/client-table.ts';
import { placeParts } from '../../contract/index.ts';

/** The scenario of an error, and the values in its message. */
interface FoundScenario {
  readonly scenario: ScenarioName | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Finds the scenario of an error by its message, among candidates with the same code. This is the scenario whose template
 * matches the message, or else the one that its code identifies or that has no template: its message may be any. The scenario is
 * `undefined` if none matches.
 */
export function tellScenario(
  candidates: readonly ScenarioName[],
  message: Parameters<typeof placeParts>[1],
): FoundScenario {
  for (const scenario of candidates) {
    const row = scenarios[scenario];
    const values = 'template' in row ? placeParts(row.template.split(/[{}]/), message) : {};
    if (values ?? 'alone' in row) return { scenario, values: values ?? {} };
  }
  return { scenario: undefined, values: {} };
}

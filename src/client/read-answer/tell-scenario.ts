import type { ScenarioName } from '../../../generated/client-table.ts';
import { scenarios } from '../../../generated/client-table.ts';
import { isFilled } from './is-filled.ts';

/**
 * Tells which of some scenarios with one code an error is, by its message: the one whose template it fills, or else the one that
 * has none, because its code alone tells. `undefined` where it is none of them.
 */
export function tellScenario(candidates: readonly ScenarioName[], message: string): ScenarioName | undefined {
  return (
    candidates.find((name) => isFilled(scenarios[name].template, message)) ??
    candidates.find((name) => scenarios[name].template === '')
  );
}

import type { ScenarioName } from '../../src/contract/index.ts';
import { contract } from '../../src/contract/index.ts';

/** A pair of the closed table, and its scenarios. */
export interface PairRow {
  readonly pair: (typeof contract.pairs)[number];
  readonly scenarios: readonly ScenarioName[];
}

/** The closed table with its scenarios, both in the order of the contract. */
export const pairRows: readonly PairRow[] = contract.pairs.map((pair) => ({
  pair,
  scenarios: contract.scenarioNames.filter(
    (name) => contract.scenarios[name].status === pair.status && contract.scenarios[name].code === pair.code,
  ),
}));

/** Every scenario in the order of the closed table, which is sorted by status. */
export const orderedScenarios: readonly ScenarioName[] = pairRows.flatMap((row) => row.scenarios);

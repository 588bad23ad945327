import type { ReadEnvelope, ScenarioName } from '../contract/index.ts';
import { contract, matchTemplate } from '../contract/index.ts';

/**
 * Returns the scenarios that an error may belong to. If its message matches a scenario's template, returns that scenario.
 * Otherwise returns the scenarios with its code whose message is free text. Empty if the contract has no such error.
 */
export function scenariosLike({ code, message }: ReadEnvelope): readonly ScenarioName[] {
  const ofCode = contract.scenarioNames.filter((name) => contract.scenarios[name].code === code);
  const byText = ofCode.filter((name) => {
    const { template } = contract.scenarios[name];
    return template !== null && typeof message === 'string' && matchTemplate(template, message) !== undefined;
  });
  return byText.length > 0 ? byText : ofCode.filter((name) => contract.scenarios[name].template === null);
}

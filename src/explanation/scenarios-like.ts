import type { ReadEnvelope, ScenarioName } from '../contract/index.ts';
import { contract, matchTemplate } from '../contract/index.ts';

/**
 * The scenarios that an error can be: the one whose text it has, else those of its code whose text is free. None where the contract
 * knows no such error.
 */
export function scenariosLike({ code, message }: ReadEnvelope): readonly ScenarioName[] {
  const ofCode = contract.scenarioNames.filter((name) => contract.scenarios[name].code === code);
  const byText = ofCode.filter((name) => {
    const { template } = contract.scenarios[name];
    return template !== null && typeof message === 'string' && matchTemplate(template, message) !== undefined;
  });
  return byText.length > 0 ? byText : ofCode.filter((name) => contract.scenarios[name].template === null);
}

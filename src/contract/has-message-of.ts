import type { ScenarioName } from '../../generated/catalogue.ts';
import { contract } from './contract.ts';
import { matchTemplate } from './template.ts';

/** Whether a message is that of a scenario. No message is that of one whose text is free. */
export function hasMessageOf(name: ScenarioName, message: unknown): boolean {
  const { template } = contract.scenarios[name];
  return template !== null && typeof message === 'string' && matchTemplate(template, message) !== undefined;
}

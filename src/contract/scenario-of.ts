import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import { contract } from './contract.ts';
import { matchTemplate } from './template.ts';

/**
 * Finds the scenario of an operation by the code of an error and, if several scenarios share the code, by its message. Returns
 * `undefined` if none matches.
 */
export function scenarioOf(operationId: OperationId, code: unknown, message: unknown): ScenarioName | undefined {
  const candidates = contract.operations[operationId].scenarios.filter(
    (name) => contract.scenarios[name].code === code,
  );
  return (
    candidates.find((name) => isOfTemplate(contract.scenarios[name].template, message)) ??
    candidates.find((name) => contract.scenarios[name].template === null)
  );
}

function isOfTemplate(template: string | null, message: unknown): boolean {
  return template !== null && typeof message === 'string' && matchTemplate(template, message) !== undefined;
}

import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import { contract } from './contract.ts';
import { matchTemplate } from './template.ts';

/**
 * Finds which scenario of an operation an error is, by its code and, where several share one, by its message.
 * `undefined` where the message fits none of them.
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

import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import { contract } from './contract.ts';
import { hasMessageOf } from './has-message-of.ts';

/**
 * Finds the scenario of an operation by the code of an error and, if several scenarios share the code, by its message. Returns
 * `undefined` if none matches.
 */
export function scenarioOf(operationId: OperationId, code: unknown, message: unknown): ScenarioName | undefined {
  const candidates = contract.operations[operationId].scenarios.filter(
    (name) => contract.scenarios[name].code === code,
  );
  return (
    candidates.find((name) => hasMessageOf(name, message)) ??
    candidates.find((name) => contract.scenarios[name].template === null)
  );
}

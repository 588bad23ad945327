import type { OperationId, ScenarioName } from '../../../generated/client-table.ts';
import { operations, scenarios } from '../../../generated/client-table.ts';

/** The scenarios that an operation documents for a status. Empty if it does not document the status. */
export function documentedScenarios(operationId: OperationId, status: number): readonly ScenarioName[] {
  return operations[operationId].scenarios.filter((name) => scenarios[name].status === status);
}

import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import { operations, pairs, scenarios } from '../../generated/catalogue.ts';

/** Every operation, in the order of the contract. */
export const operationIds = Object.keys(operations) as readonly OperationId[];

/** Every scenario, in the order of the contract. */
export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

/** Whether a text names an operation. */
export function isOperationId(text: string): text is OperationId {
  return Object.hasOwn(operations, text);
}

/** Whether a text names a scenario. */
export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(scenarios, text);
}

/** Whether an operation documents a scenario. */
export function raises(operationId: OperationId, scenario: ScenarioName): boolean {
  const documented: readonly ScenarioName[] = operations[operationId].scenarios;
  return documented.includes(scenario);
}

/** The codes that an operation documents for a status; none where it does not document the status. */
export function documentedCodes(operationId: OperationId, status: number): readonly string[] {
  const errors: Readonly<Record<number, readonly string[]>> = operations[operationId].errors;
  return errors[status] ?? [];
}

/** Whether a status and a code are one of the pairs in the closed table. */
export function isPair(status: number, code: unknown): boolean {
  return pairs.some((pair) => pair.status === status && pair.code === code);
}

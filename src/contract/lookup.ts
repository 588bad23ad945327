import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import type { OperationKey } from './contract.ts';
import { contract } from './contract.ts';

/** Whether a string is an operationId. */
export function isOperationId(text: string): text is OperationId {
  return Object.hasOwn(contract.operations, text);
}

/** Whether a string is the name of a scenario. */
export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(contract.scenarios, text);
}

/** The scenarios that an operation documents. */
export function documentedScenarios(key: OperationKey): readonly ScenarioName[] {
  return failuresOf(key).scenarios;
}

/** The codes that an operation documents for a status. Empty if it does not document the status. */
function documentedCodes(key: OperationKey, status: number): readonly string[] {
  const errors: Readonly<Record<number, readonly string[]>> = failuresOf(key).errors;
  return errors[status] ?? [];
}

/** Whether an operation documents a status, for a failure or for its success. */
export function documentsStatus(key: OperationKey, status: number): boolean {
  if (documentedCodes(key, status).length > 0) return true;
  return key !== 'outsideOperations' && contract.operations[key].success === status;
}

/** Whether a status and a code form a pair of the closed table. */
export function isPair(status: number, code: unknown): boolean {
  return contract.pairs.some((pair) => pair.status === status && pair.code === code);
}

function failuresOf(key: OperationKey) {
  return key === 'outsideOperations' ? contract.outsideOperations : contract.operations[key];
}

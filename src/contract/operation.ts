import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import { operations, outsideOperations, pairs, scenarios } from '../../generated/catalogue.ts';

/** What answers: an operation, or the contract as a whole where the path is no operation's. */
export type Place = OperationId | 'outsideOperations';

/** Every operation, in the order of the contract. */
export const operationIds = Object.keys(operations) as readonly OperationId[];

/** Every place that answers: the operations, and what lies outside of them. */
export const places: readonly Place[] = [...operationIds, 'outsideOperations'];

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

/** The scenarios that a place documents. */
export function documentedScenarios(place: Place): readonly ScenarioName[] {
  return documentOf(place).scenarios;
}

/** The codes that a place documents for a status; none where it does not document the status. */
export function documentedCodes(place: Place, status: number): readonly string[] {
  const errors: Readonly<Record<number, readonly string[]>> = documentOf(place).errors;
  return errors[status] ?? [];
}

/** Whether a status and a code are one of the pairs in the closed table. */
export function isPair(status: number, code: unknown): boolean {
  return pairs.some((pair) => pair.status === status && pair.code === code);
}

function documentOf(place: Place) {
  return place === 'outsideOperations' ? outsideOperations : operations[place];
}

import type { OperationKey, ScenarioName } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import { contractLines } from '../contract/document/index.ts';

/** The file that the lines are of, in the repository of the contract and in the published package. */
export const CONTRACT_FILE = 'openapi.yaml';

/**
 * Returns the line of openapi.yaml that a response should have followed: the response that the operation documents for the
 * scenario, or for the status that was received if it is no scenario. The line of the operation if it documents neither.
 */
export function contractLine(
  operation: OperationKey,
  scenario: ScenarioName | 'success' | null,
  received?: number,
): number {
  const { line, responses } = contractLines.operations[operation];
  const lines: Readonly<Record<string, number>> = responses;
  return lines[statusOf(operation, scenario) ?? received ?? ''] ?? line;
}

function statusOf(operation: OperationKey, scenario: ScenarioName | 'success' | null): number | undefined {
  if (scenario === null) return undefined;
  if (scenario !== 'success') return contract.scenarios[scenario].status;
  return operation === 'outsideOperations' ? undefined : contract.operations[operation].success;
}

import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { CellScenario, Expectation } from '../../plan/index.ts';
import { openPrism } from '../prism/prism.ts';

/** How an answer is asked for by its name. */
export interface Preference {
  /** What tells it from the other ways to the same cell. */
  readonly name: string;
  /** The value of the Prefer header. */
  readonly prefer: string;
  readonly expected: Expectation;
}

/** Gives how the answers of a cell are asked for by name: a scenario has one example, a success may have several, or none. */
export function preferencesFor(operationId: OperationId, scenario: CellScenario): readonly Preference[] {
  if (scenario === 'success') return preferencesForSuccess(operationId);
  const { status, code, example: message, basis: messageBasis } = contract.scenarios[scenario];
  const expected = { status, error: { code, message, messageBasis } };
  return [{ name: 'prefer', prefer: `code=${status}, example=${scenario}`, expected }];
}

function preferencesForSuccess(operationId: OperationId): readonly Preference[] {
  const status = contract.operations[operationId].success;
  const examples = openPrism().examples(operationId).get(status) ?? [];
  if (examples.length < 2) return [{ name: 'prefer', prefer: `code=${status}`, expected: { status } }];
  return examples.map((example) => ({
    name: `prefer-${example}`,
    prefer: `code=${status}, example=${example}`,
    expected: { status },
  }));
}

import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { CellScenario, Expectation } from '../../plan/index.ts';
import { openPrism } from '../prism/prism.ts';

/** A way to request a response by name. */
export interface Preference {
  /** Unique among the ways to the same cell. */
  readonly name: string;
  /** The value of the Prefer header. */
  readonly prefer: string;
  readonly expected: Expectation;
}

/** Returns the ways to request a cell's responses by name. A scenario has one example; a success can have several, or none. */
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

import document from '../../../generated/openapi.json' with { type: 'json' };
import type { OperationId, ScenarioName } from '../../contract/index.ts';
import { operations } from '../../contract/index.ts';

/** What the contract's document says of an operation, in words. */
export interface DocumentedOperation {
  readonly summary: string;
  /** What its answer is when nothing failed. */
  readonly success: string;
}

/** What the contract's document says of a scenario, in words. */
export interface DocumentedScenario {
  readonly summary: string;
  readonly description: string;
}

/** Finds the words of an operation. */
export function documentedOperation(operationId: OperationId): DocumentedOperation {
  const found = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .find((each) => 'operationId' in each && each.operationId === operationId);
  if (found === undefined || !('summary' in found)) throw new Error(`The document has no ${operationId}`);
  const responses: Readonly<Record<string, Response>> = found.responses;
  return { summary: found.summary, success: wordsOf(responses[operations[operationId].success]) };
}

/** Finds the words of a scenario. */
export function documentedScenario(scenario: ScenarioName): DocumentedScenario {
  const { summary, description } = document.components.examples[scenario];
  return { summary, description };
}

interface Response {
  readonly $ref?: string;
  readonly description?: string;
}

function wordsOf(response: Response | undefined): string {
  const shared: Readonly<Record<string, Response>> = document.components.responses;
  return response?.description ?? shared[response?.$ref?.split('/').at(-1) ?? '']?.description ?? '';
}

import type { Basis, Code, ErrorStatus, OperationKey, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios } from '../contract/index.ts';
import { documentedBody, documentedScenario } from './documented.ts';

/** Everything that the contract documents about a scenario. */
export interface Explanation {
  readonly scenario: ScenarioName;
  readonly status: ErrorStatus;
  readonly code: Code;
  /** What it is, in one line. */
  readonly summary: string;
  /** What happened and why, in one paragraph. */
  readonly happened: string;
  /** How to fix it, in paragraphs. */
  readonly remedy: readonly string[];
  /** The message with its placeholders; `undefined` if the message is free text. */
  readonly template: string | undefined;
  /** An example message. */
  readonly example: string;
  /** An example body. */
  readonly body: object;
  readonly retryable: boolean;
  readonly basis: Basis;
  /** The operations that can fail this way. */
  readonly places: readonly OperationKey[];
}

/** Returns everything that the contract documents about a scenario. */
export function explanationOf(scenario: ScenarioName): Explanation {
  const { status, code, template, example, retryable, basis } = contract.scenarios[scenario];
  const { summary, description } = documentedScenario(scenario);
  const [happened = '', ...remedy] = paragraphsOf(description);
  return {
    scenario,
    status,
    code,
    summary,
    happened,
    remedy,
    template: template ?? undefined,
    example,
    body: documentedBody(scenario),
    retryable,
    basis,
    places: contract.operationKeys.filter((place) => documentedScenarios(place).includes(scenario)),
  };
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' '));
}

import type { Basis, Code, ErrorStatus, OperationKey, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios } from '../contract/index.ts';
import { documentedBody, documentedScenario } from './documented.ts';

/** Everything that the contract says of one way to fail. */
export interface Explanation {
  readonly scenario: ScenarioName;
  readonly status: ErrorStatus;
  readonly code: Code;
  /** What it is, in a few words. */
  readonly summary: string;
  /** What happened, and why: a paragraph. */
  readonly happened: string;
  /** How to mend it: paragraphs. */
  readonly remedy: readonly string[];
  /** The fixed text with its placeholders; `undefined` where the text is free. */
  readonly template: string | undefined;
  /** What such a message looks like. */
  readonly example: string;
  /** What such a body looks like. */
  readonly body: object;
  readonly retryable: boolean;
  readonly basis: Basis;
  /** Where it can happen. */
  readonly places: readonly OperationKey[];
}

/** Collects what the contract says of a scenario. */
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

import { document } from '../contract/document/index.ts';
import type { OperationId, Pair, ScenarioName } from '../contract/index.ts';
import { contract } from '../contract/index.ts';

/** What the contract's document says of an operation, in words. */
export interface DocumentedOperation {
  readonly summary: string;
  /** What it does: paragraphs of Markdown. */
  readonly description: string;
  readonly parameters: readonly DocumentedParameter[];
  /** What its body is; `undefined` where it takes none. */
  readonly body: string | undefined;
  /** What its answer is when nothing failed. */
  readonly success: string;
}

/** What the contract's document says of a parameter, in words. */
export interface DocumentedParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
}

/** What the contract's document says of a scenario, in words. */
export interface DocumentedScenario {
  readonly summary: string;
  /** All of it: what happened, and how to mend it. */
  readonly description: string;
}

/** Finds the words of an operation. */
export function documentedOperation(operationId: OperationId): DocumentedOperation {
  const item = document.paths[contract.operations[operationId].path];
  const found = Object.values(item).find((each) => 'operationId' in each && each.operationId === operationId);
  if (found === undefined || !('summary' in found)) throw new Error(`The document has no ${operationId}`);
  const responses: Readonly<Record<string, Response>> = found.responses;
  return {
    summary: found.summary,
    description: found.description,
    parameters: [...item.parameters, ...('parameters' in found ? found.parameters : [])].map(({ $ref }) =>
      documentedParameter(nameIn($ref)),
    ),
    body: 'requestBody' in found ? found.requestBody.description : undefined,
    success: wordsOf(responses[contract.operations[operationId].success]),
  };
}

/** Finds the words of a scenario. */
export function documentedScenario(scenario: ScenarioName): DocumentedScenario {
  const { summary, description } = document.components.examples[scenario];
  return { summary, description };
}

/** Finds the words of a pair. */
export function documentedPair({ status, code }: Pair): string {
  const found = document['x-error-table'].find((row) => row.status === status && row.code === code);
  if (found === undefined) throw new Error(`The document has no ${status} ${code}`);
  return found.description;
}

/** The body that answers a scenario, as the document shows it. */
export function documentedBody(scenario: ScenarioName): object {
  return document.components.examples[scenario].value;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description: string;
  readonly required?: boolean;
}

function documentedParameter(key: string): DocumentedParameter {
  const parameters: Readonly<Record<string, Parameter>> = document.components.parameters;
  const found = parameters[key];
  if (found === undefined) throw new Error(`The document has no parameter ${key}`);
  return { name: found.name, in: found.in, description: found.description, required: found.required ?? false };
}

interface Response {
  readonly $ref?: string;
  readonly description?: string;
}

function wordsOf(response: Response | undefined): string {
  const shared: Readonly<Record<string, Response>> = document.components.responses;
  return response?.description ?? shared[nameIn(response?.$ref ?? '')]?.description ?? '';
}

/** The last name in a reference: `Page` in `#/components/parameters/Page`. */
function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

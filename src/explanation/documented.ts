import { document } from '../contract/document/index.ts';
import type { OperationId, Pair, ScenarioName } from '../contract/index.ts';
import { contract } from '../contract/index.ts';

/** The prose about an operation in the OpenAPI document. */
export interface DocumentedOperation {
  readonly summary: string;
  /** What it does, as paragraphs of Markdown. */
  readonly description: string;
  readonly parameters: readonly DocumentedParameter[];
  /** Describes its request body; `undefined` if it has none. */
  readonly body: string | undefined;
  /** Describes its successful response. */
  readonly success: string;
}

/** The prose about a parameter in the OpenAPI document. */
export interface DocumentedParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
}

/** The prose about a scenario in the OpenAPI document. */
export interface DocumentedScenario {
  readonly summary: string;
  /** What happened and how to fix it, as paragraphs of Markdown. */
  readonly description: string;
}

/** Returns the prose about an operation. */
export function documentedOperation(operationId: OperationId): DocumentedOperation {
  const item = document.paths[contract.operations[operationId].path];
  const found = Object.values(item).find((each) => 'operationId' in each && each.operationId === operationId);
  if (found === undefined || !('summary' in found)) throw new Error(`The document has no operation ${operationId}`);
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

/** Returns the prose about a scenario. */
export function documentedScenario(scenario: ScenarioName): DocumentedScenario {
  const { summary, description } = document.components.examples[scenario];
  return { summary, description };
}

/** Returns the description of a pair. */
export function documentedPair({ status, code }: Pair): string {
  const found = document['x-error-table'].find((row) => row.status === status && row.code === code);
  if (found === undefined) throw new Error(`The document has no pair ${status} ${code}`);
  return found.description;
}

/** Returns the example body of a scenario. */
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

/** Returns the last name in a reference: `Page` in `#/components/parameters/Page`. */
function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

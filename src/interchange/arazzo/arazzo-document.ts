import { contract } from '../../contract/index.ts';
import type { Target } from '../../plan/index.ts';
import type { Input } from '../inputs.ts';
import { inputsOf } from '../inputs.ts';
import { planWorkflows } from '../plan-workflows.ts';
import { arazzoWorkflow } from './arazzo-workflow.ts';
import { canNotSay } from './can-not-say.ts';
import { serverParameters } from './parameters.ts';

/** Options of an Arazzo document. */
export interface ArazzoOptions {
  /** Whether the document contains the target's API keys. */
  readonly showKeys: boolean;
  /** The URL of the contract, relative to the document. Defaults to `./openapi.json`. */
  readonly openapi?: string;
}

const DESCRIPTION = `One workflow for each documented failure of each operation, and one for its success. A workflow creates the records it needs,
sends each variant, checks the status, code, message and details of the response, and deletes the records it created.

The two slugs of the server URL are given as path parameters, like those of the operation.
\`x-basis\` is the basis of a variant: \`seed\` and \`api\` mark rules of the published API, \`ours\` marks rules this project added.
\`x-left-out\` lists the variants that this document does not contain, with the reasons.`;

/** Converts the whole plan of a target to an Arazzo document (https://spec.openapis.org/arazzo/v1.0.1). */
export function arazzoDocument(target: Target, { showKeys, openapi = './openapi.json' }: ArazzoOptions): object {
  const { workflows, leftOut } = planWorkflows(target, canNotSay);
  const [organization, workspace] = serverParameters;
  return {
    arazzo: '1.0.1',
    info: {
      title: `The failures of the ${contract.info.title}`,
      version: contract.info.version,
      summary: 'Provokes and checks every documented failure of every operation.',
      description: DESCRIPTION,
    },
    sourceDescriptions: [{ name: 'contract', url: openapi, type: 'openapi' }],
    workflows: workflows.map(arazzoWorkflow),
    components: {
      inputs: { target: schemaOf(inputsOf(target, { showKeys })) },
      parameters: { organization, workspace },
    },
    'x-left-out': leftOut,
  };
}

/** Converts the inputs to a JSON Schema. Inputs without a default are required. */
function schemaOf(inputs: readonly Input[]): object {
  return {
    type: 'object',
    required: inputs.filter(({ value }) => value === undefined).map(({ name }) => name),
    properties: Object.fromEntries(
      inputs.map(({ name, description, value, secret }) => [
        name,
        {
          type: 'string',
          description,
          ...(secret ? { format: 'password' } : {}),
          ...(value === undefined ? {} : { default: value }),
        },
      ]),
    ),
  };
}

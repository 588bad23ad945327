import { contract } from '../../contract/index.ts';
import type { Target } from '../../plan/index.ts';
import type { Input } from '../inputs.ts';
import { inputsOf } from '../inputs.ts';
import { planWorkflows } from '../plan-workflows.ts';
import { arazzoWorkflow } from './arazzo-workflow.ts';
import { canNotSay } from './can-not-say.ts';
import { serverParameters } from './parameters.ts';

/** How an Arazzo document is written. */
export interface ArazzoOptions {
  /** Whether the keys of the target may stand in the document. */
  readonly showKeys: boolean;
  /** Where the contract is found, seen from the document; default `./openapi.json`, which stands beside it. */
  readonly openapi?: string;
}

const DESCRIPTION = `Every documented way to fail, of every operation, and its success: one workflow each. A workflow creates what it needs,
sends each variant, holds the answer's status, code, message and details against the contract, and deletes what it has created.

The two slugs of the server's URL are given as parameters of the path, like those of the operation.
\`x-basis\` says how firmly a variant is known: \`seed\` and \`api\` bind everybody, \`ours\` is our own decision.
\`x-left-out\` names the variants that are not here, and why.`;

/** Writes the whole plan of a target as an Arazzo document (https://spec.openapis.org/arazzo/v1.0.1). */
export function arazzoDocument(target: Target, { showKeys, openapi = './openapi.json' }: ArazzoOptions): object {
  const { workflows, leftOut } = planWorkflows(target, canNotSay);
  const [organization, workspace] = serverParameters;
  return {
    arazzo: '1.0.1',
    info: {
      title: `The failures of the ${contract.info.title}`,
      version: contract.info.version,
      summary: 'Every documented failure of every operation, provoked and judged.',
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

/** The inputs as a JSON Schema; what has no default is required. */
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

import type { ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import { documentedOperation, documentedScenario } from '../../explanation/index.ts';
import type { Target } from '../../plan/index.ts';
import { inputsOf } from '../inputs.ts';
import { planWorkflows } from '../plan-workflows.ts';
import type { Step, Workflow } from '../workflow.ts';
import { testsOf } from './tests.ts';
import { jsonWithVariables, withVariables } from './variables.ts';

/** Options of a Postman collection. */
export interface PostmanOptions {
  /** Whether the collection contains the target's API keys. */
  readonly showKeys: boolean;
}

const DESCRIPTION = `One folder for each documented failure of each operation, and one for its success. Each folder creates the records it needs, sends
each variant, checks status, code, message and details, and deletes the records it created. Run the whole collection, or a single
folder, in order.

To use another server, define \`baseUrl\` and the keys in a Postman environment, under the same names. If an earlier run could not
delete its records, set \`run\` to another value.`;

/** Runs before every request. What it sets applies to that request only. */
const WITHOUT_TRAILING_SLASH = "pm.variables.set('baseUrl', pm.variables.get('baseUrl').trim().replace(/\\/+$/, ''));";

/** Converts the whole plan of a target to a Postman collection (https://schema.getpostman.com/json/collection/v2.1.0/). */
export function postmanCollection(target: Target, { showKeys }: PostmanOptions): object {
  const { workflows, leftOut } = planWorkflows(target);
  const places = Map.groupBy(workflows, ({ operationId }) => operationId);
  return {
    info: {
      name: `The failures of the ${contract.info.title}`,
      description: [DESCRIPTION, ...leftOut.map(leftOutLine)].join('\n\n'),
      version: contract.info.version,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [...places].map(([place, cells]) => ({
      name: place,
      ...(place === 'outsideOperations' ? {} : { description: documentedOperation(place).summary }),
      item: cells.map(folderOf),
    })),
    variable: [
      { key: 'baseUrl', value: target.baseUrl, description: 'Everything before the slug of the organization.' },
      ...inputsOf(target, { showKeys }).map(({ name, description, value = '' }) => ({
        key: name,
        value,
        description,
      })),
    ],
    event: [{ listen: 'prerequest', script: { type: 'text/javascript', exec: [WITHOUT_TRAILING_SLASH] } }],
  };
}

function leftOutLine({
  operationId,
  scenario,
  variant,
  reason,
}: ReturnType<typeof planWorkflows>['leftOut'][number]): string {
  return `Left out: ${operationId} ${scenario} ${variant}: ${reason}`;
}

function folderOf({ operationId, scenario, steps }: Workflow): object {
  return {
    // With this name, newman can run a single folder (--folder).
    name: `${operationId} ${scenario}`,
    ...(scenario === 'success' ? {} : { description: wordsOf(scenario) }),
    item: steps.map((step) => itemOf(step, operationId, scenario)),
  };
}

function wordsOf(scenario: ScenarioName): string {
  const { status, code } = contract.scenarios[scenario];
  return `${status} ${code}. ${documentedScenario(scenario).description.trim()}`;
}

function itemOf(step: Step, place: Workflow['operationId'], scenario: Workflow['scenario']): object {
  const { name, request, basis } = step;
  const { method, path, headers, body } = request;
  return {
    name: step.role === 'case' ? `${place} ${scenario} ${name}` : name,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: testsOf(step, scenario) } }],
    request: {
      method,
      header: Object.entries(headers)
        // Postman decompresses responses itself.
        .filter(([header]) => header !== 'accept-encoding')
        .map(([key, value]) => ({ key, value: withVariables(value) })),
      url: `{{baseUrl}}${withVariables(path)}`,
      ...(body === undefined ? {} : { body: { mode: 'raw', raw: jsonWithVariables(body) } }),
      ...(basis === undefined ? {} : { description: `Basis: ${basis}` }),
    },
  };
}

import { contract } from '../../contract/index.ts';
import { documentedOperation, documentedScenario } from '../../explanation/index.ts';
import { symbolsIn } from '../symbols.ts';
import type { Step, Workflow } from '../workflow.ts';
import type { Criterion } from './criteria.ts';
import { criteriaOf } from './criteria.ts';
import { textWithExpressions, withExpressions } from './expression.ts';
import type { Parameter } from './parameters.ts';
import { parametersOf } from './parameters.ts';

/** A step (Arazzo 1.0.1, Step Object), with the members used here. */
interface ArazzoStep {
  readonly stepId: string;
  readonly description: string;
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly contentType: string; readonly payload: unknown };
  readonly successCriteria: readonly Criterion[];
  readonly onFailure?: readonly object[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly 'x-basis'?: string;
}

/** Converts a workflow to an Arazzo workflow. */
export function arazzoWorkflow(workflow: Workflow): object {
  const { operationId, scenario, steps } = workflow;
  if (operationId === 'outsideOperations') throw new Error('an Arazzo step must call an operation');
  const kept: Record<string, string> = {};
  const arranged = steps.findLast(({ role }) => role === 'arrange');
  const keep = (name: string, text: string): string => {
    if (arranged === undefined) throw new Error(`no earlier step can store ${name}`);
    kept[name] = textFrom(arranged, text);
    return `$steps.${arranged.name}.outputs.${name}`;
  };
  const criteria = new Map(steps.map((step) => [step, criteriaOf(step, scenario, keep)]));
  return {
    workflowId: `${operationId}-${scenario}`,
    summary: summaryOf(workflow),
    description:
      scenario === 'success'
        ? documentedOperation(operationId).summary
        : documentedScenario(scenario).description.trim(),
    inputs: { $ref: '#/components/inputs/target' },
    parameters: [
      { reference: '$components.parameters.organization' },
      { reference: '$components.parameters.workspace' },
    ],
    steps: steps.map((step, index) =>
      arazzoStep(step, criteria.get(step) ?? [], step === arranged ? kept : {}, steps[index + 1]?.name),
    ),
  };
}

function summaryOf({ operationId, scenario }: Workflow): string {
  if (scenario === 'success') return `${operationId} succeeds`;
  const { status, code } = contract.scenarios[scenario];
  return `${operationId} returns ${status} ${code}: ${documentedScenario(scenario).summary}`;
}

const DOES = {
  arrange: 'Creates a record for the following steps.',
  cleanUp: 'Deletes the records that earlier steps created.',
} as const;

function arazzoStep(
  { name, role, operationId, request, saves, basis }: Step,
  successCriteria: readonly Criterion[],
  kept: Readonly<Record<string, string>>,
  next: string | undefined,
): ArazzoStep {
  if (operationId === 'outsideOperations') throw new Error('an Arazzo step must call an operation');
  const { method, path } = contract.operations[operationId];
  const outputs = {
    ...Object.fromEntries(Object.entries(saves).map(([saved, pointer]) => [saved, `$response.body#${pointer}`])),
    ...kept,
  };
  return {
    stepId: name,
    description: role === 'case' ? `${method} ${path}, variant ${name}.` : DOES[role],
    operationId,
    parameters: parametersOf(operationId, request),
    ...(request.body === undefined
      ? {}
      : {
          requestBody: { contentType: contract.envelope.mediaType, payload: withExpressions(JSON.parse(request.body)) },
        }),
    successCriteria,
    // A failed step must not skip later ones: neither the remaining variants nor the cleanup.
    ...(next === undefined ? {} : { onFailure: [{ name: 'goOn', type: 'goto', stepId: next }] }),
    ...(Object.keys(outputs).length === 0 ? {} : { outputs }),
    ...(basis === undefined ? {} : { 'x-basis': basis }),
  };
}

/** Converts a string to expressions that a step can evaluate. It cannot refer to its own outputs. */
function textFrom(step: Step, text: string): string {
  const own = symbolsIn(text).some(({ source }) => source === step.name);
  if (own) throw new Error(`${step.name} cannot store a string that refers to its own response`);
  return textWithExpressions(text);
}

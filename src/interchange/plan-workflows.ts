import { contract } from '../contract/index.ts';
import type { PlannedCase, Target } from '../plan/index.ts';
import { plan } from '../plan/index.ts';
import { cleanUpAfter, savesOf } from './clean-up.ts';
import { RUN, symbolicTarget } from './inputs.ts';
import { createRecordFor, deleteRecordOf, neededBy, stepOf, symbolicFixtures } from './records.ts';
import { input, symbol, symbolsIn } from './symbols.ts';
import type { LeftOut, Step, Workflow } from './workflow.ts';

/** The whole plan of a target: one self-contained workflow for each cell, and the cases left out. */
export interface PlannedWorkflows {
  readonly workflows: readonly Workflow[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Plans the same cases as the verifier, but with symbols for values that are only known at run time.
 * @param canSay returns why a format cannot express a case, or `undefined` if it can
 */
export function planWorkflows(
  target: Target,
  canSay: (planned: PlannedCase) => string | undefined = () => undefined,
): PlannedWorkflows {
  const symbolic = symbolicTarget(target);
  const fixtures = symbolicFixtures(symbolic);
  const { cases, unprovoked } = plan(symbolic, fixtures);
  const sayable = cases.filter((planned) => canSay(planned) === undefined);
  const unsayable = cases.flatMap((planned) => {
    const reason = canSay(planned);
    return reason === undefined ? [] : [leftOut(planned, reason)];
  });
  const cells = Map.groupBy(sayable, ({ operationId, scenario }) => `${operationId} ${scenario}`);
  return {
    workflows: [...cells.values()].map((cell, index) => numbered(workflowOf(symbolic, cell), index)),
    leftOut: [...unsayable, ...unprovoked.map((each) => leftOut(each, each.reason))],
  };
}

function leftOut({ operationId, scenario, variant, basis }: Omit<LeftOut, 'reason'>, reason: string): LeftOut {
  return { operationId, scenario, variant, basis, reason };
}

function workflowOf(target: Target, cell: readonly PlannedCase[]): Workflow {
  const [first] = cell;
  if (first === undefined) throw new Error('a cell must have at least one case');
  const purposes = [...new Set(cell.flatMap((planned) => neededBy(target, planned)))];
  const gone = new Set(cell.flatMap(deletedBy));
  const cleanUp: readonly Step[] = [
    ...cell.flatMap((planned) => cleanUpAfter(target, planned)),
    ...purposes
      .toReversed()
      .filter((purpose) => !gone.has(stepOf('create', purpose)))
      .map((purpose) => deleteRecordOf(target, purpose)),
  ];
  return {
    operationId: first.operationId,
    scenario: first.scenario,
    steps: [
      ...purposes.map((purpose) => createRecordFor(target, purpose)),
      ...cell.map(caseStep),
      ...cleanUp.filter(({ operationId }) => isThere(target, operationId)),
    ],
  };
}

function caseStep(planned: PlannedCase): Step {
  const { variant, operationId, request, expected, basis } = planned;
  return { name: variant, role: 'case', operationId, request, expected, basis, saves: savesOf(planned) };
}

/** Returns the names of the steps whose records a case deletes when it succeeds. */
function deletedBy({ operationId, scenario, request }: PlannedCase): readonly string[] {
  if (
    operationId === 'outsideOperations' ||
    scenario !== 'success' ||
    contract.operations[operationId].method !== 'DELETE'
  ) {
    return [];
  }
  return symbolsIn(`${request.path} ${request.body ?? ''}`).map(({ source }) => source);
}

function isThere({ absentOperations }: Target, operationId: Step['operationId']): boolean {
  return operationId === 'outsideOperations' || absentOperations[operationId] === undefined;
}

/**
 * Gives each workflow its own values and names, so that leftover records of one do not conflict with another. It also makes the
 * names of steps with outputs unique in the document: Redocly's rule `outputs-defined` treats steps with the same name as one.
 */
function numbered(workflow: Workflow, index: number): Workflow {
  const number = String(index + 1);
  const arranging = workflow.steps.filter(({ role }) => role === 'arrange').map(({ name }) => name);
  const steps = workflow.steps.map((step) =>
    arranging.includes(step.name) ? { ...step, name: `${step.name}${number}` } : step,
  );
  const text = JSON.stringify({ ...workflow, steps }).replaceAll(input(RUN), `${input(RUN)}${number.padStart(3, '0')}`);
  return JSON.parse(
    arranging.reduce((renamed, name) => renamed.replaceAll(symbol(name, 'id'), symbol(`${name}${number}`, 'id')), text),
  );
}

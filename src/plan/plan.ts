import type { OperationId, OperationKey, ScenarioName, TemplateValues } from '../contract/index.ts';
import { contract, documentedScenarios, fillTemplate, knownValues, placeholdersOf } from '../contract/index.ts';
import type { Fixtures } from './fixtures.ts';
import { PlanContext } from './plan-context.ts';
import type { CaseName, Expectation, ExpectedError, Plan, PlannedCase, UnprovokedCase } from './planned-case.ts';
import { NotProvokable } from './planned-case.ts';
import type { ProvokedRequest, Variant } from './provocation.ts';
import type { RequestDraft } from './request-draft.ts';
import { writeRequest } from './request-draft.ts';
import { provocations } from './scenarios/index.ts';
import { success } from './scenarios/success.ts';
import type { Target } from './target.ts';

/**
 * Plans a verification: for each operation, scenario and variant the request that provokes it and what must answer, or why
 * it can not be provoked. The order is the contract's.
 */
export function plan(target: Target, fixtures: Fixtures): Plan {
  const context = new PlanContext(target, fixtures);
  const all = contract.operationKeys.flatMap((place) => [
    ...successCases(context, place),
    ...failureCases(context, place),
  ]);
  return {
    cases: all.filter((each) => 'request' in each),
    unprovoked: all.filter((each) => 'reason' in each),
  };
}

type Outcome = PlannedCase | UnprovokedCase;

function successCases(context: PlanContext, place: OperationKey): Outcome[] {
  const operationId = contract.operationIds.find((each) => each === place);
  if (operationId === undefined) return [];
  return Object.entries(success[operationId]).map(([variant, { basis, provoke }]) =>
    planCase(context, { operationId, scenario: 'success', variant, basis }, () => {
      const { request, known } = provoke(context, operationId);
      return { request, expected: { status: contract.operations[operationId].success, ...known } };
    }),
  );
}

function failureCases(context: PlanContext, place: OperationKey): Outcome[] {
  return documentedScenarios(place).flatMap((scenario) => scenarioCases(context, place, scenario));
}

function scenarioCases(context: PlanContext, place: OperationKey, scenario: ScenarioName): Outcome[] {
  // The compiler sees to it that every scenario has its file; a matrix that is printed before it ran still shows the cell.
  const variants: Readonly<Record<string, Variant>> | undefined = provocations[scenario];
  if (variants === undefined) {
    const reason = `src/plan/scenarios/${scenario}.ts is not written yet`;
    return [{ operationId: place, scenario, variant: 'none', basis: 'seed', reason, declared: false }];
  }
  // A request that belongs to no operation is still sent by the method of one.
  const operationId: OperationId = place === 'outsideOperations' ? 'listRecords' : place;
  return Object.entries(variants)
    .filter(([, { appliesTo }]) => appliesTo?.(operationId) ?? true)
    .map(([variant, { basis, provoke }]) =>
      planCase(context, { operationId: place, scenario, variant, basis }, () => {
        const provoked = provoke(context, operationId);
        return { request: provoked.request, expected: expectedFailure(scenario, provoked) };
      }),
    );
}

function planCase(
  context: PlanContext,
  name: CaseName,
  make: () => { request: RequestDraft; expected: Expectation },
): Outcome {
  const { faults } = context.target;
  const declared = declaredReason(context.target, name);
  if (declared !== undefined) return { ...name, reason: declared, declared: true };
  try {
    const { request, expected } = make();
    const fault = name.scenario === 'success' ? undefined : faults[name.scenario];
    const headers = { ...request.headers, ...fault?.headers };
    return { ...name, request: writeRequest({ ...request, headers }), expected };
  } catch (error) {
    if (!(error instanceof NotProvokable)) throw error;
    return { ...name, reason: error.message, declared: false };
  }
}

/** Why a case can not be provoked, where the target file itself says so. */
function declaredReason(
  { unreachable, absentOperations }: Target,
  { operationId, scenario }: CaseName,
): string | undefined {
  const absent = operationId === 'outsideOperations' ? undefined : absentOperations[operationId];
  return absent ?? unreachable[`${operationId}.${scenario}`] ?? unreachable[scenario];
}

/** Plans a request that some scenario must answer, outside of the matrix. */
export function planFailure(
  name: CaseName & { readonly scenario: ScenarioName },
  provoked: ProvokedRequest,
): PlannedCase {
  return { ...name, request: writeRequest(provoked.request), expected: expectedFailure(name.scenario, provoked) };
}

function expectedFailure(
  scenario: ScenarioName,
  { request, values, fields, messageBasis }: ProvokedRequest,
): Expectation {
  const { status, code, basis } = contract.scenarios[scenario];
  const error = {
    code,
    messageBasis: messageBasis ?? basis,
    ...knownMessage(scenario, request, values),
    ...(fields === undefined ? {} : { fields }),
  };
  return { status, error };
}

/**
 * The message to the letter, where its template and all of its values are known before the answer is; otherwise the values that
 * are known. A request says some of them itself: the entity and the id in its path.
 */
function knownMessage(
  scenario: ScenarioName,
  { entityName, id }: RequestDraft,
  given: Readonly<Record<string, string | number | undefined>> = {},
): Pick<ExpectedError, 'message' | 'messageValues'> {
  const { template, values: sources } = contract.scenarios[scenario];
  if (template === null) return {};
  const known = knownValues(sources, { request: { path: { entityName, id } } }, defined(given));
  const isOpen = placeholdersOf(template).some((name) => !Object.hasOwn(known, name));
  if (!isOpen) return { message: fillTemplate(template, known) };
  return Object.keys(known).length === 0 ? {} : { messageValues: known };
}

function defined(values: Readonly<Record<string, string | number | undefined>>): TemplateValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

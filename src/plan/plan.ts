import type { OperationId, OperationKey, ScenarioName, TemplateValues } from '../contract/index.ts';
import { contract, documentedScenarios, fillTemplate, knownValues, placeholdersOf } from '../contract/index.ts';
import { tokensOf } from './case-values.ts';
import { declaredBy } from './deviations.ts';
import type { Fixtures, RecordPurpose } from './fixtures.ts';
import type { Change } from './locations.ts';
import { changed } from './locations.ts';
import { PlanContext } from './plan-context.ts';
import type { CaseName, Expectation, ExpectedError, Plan, PlannedCase, UnprovokedCase } from './planned-case.ts';
import { NotApplicable, NotProvokable } from './not-provokable.ts';
import type { GivenValues, ProvokedRequest, Variant } from './provocation.ts';
import type { RequestDraft } from './request-draft.ts';
import { methodOwner, writeRequest } from './request-draft.ts';
import { provocations } from './scenarios/index.ts';
import type { SuccessVariant } from './scenarios/success.ts';
import { success } from './scenarios/success.ts';
import type { Target } from './target.ts';

/**
 * Plans a verification. For each operation, scenario and variant, the plan has the request that provokes it and the expected
 * response, or the reason why it cannot be provoked. The order is the contract's. Each case is planned independently.
 */
export function plan(target: Target, fixtures: Fixtures): Plan {
  const all = contract.operationKeys.flatMap((key) =>
    [...successCases(key), ...failureCases(key)].map((prepared) => planCase(target, fixtures, prepared)),
  );
  return {
    cases: all.filter((each) => 'request' in each),
    unprovoked: all.filter((each) => 'reason' in each),
  };
}

/** A case before it is combined with the target and the fixtures. */
interface PreparedCase {
  readonly name: CaseName;
  readonly operationId: OperationId;
  readonly needs: readonly RecordPurpose[];
  /** Returns the change to a valid request, and the expected response to the changed one. */
  readonly make: (context: PlanContext) => {
    readonly change: Change;
    readonly expect: (request: RequestDraft) => Expectation;
  };
}

function successCases(key: OperationKey): readonly PreparedCase[] {
  if (key === 'outsideOperations') return [];
  return Object.entries(success[key]).map(([variant, { basis, needs = [], provoke }]: [string, SuccessVariant]) => ({
    name: { operationId: key, scenario: 'success', variant, basis },
    operationId: key,
    needs,
    make: (context) => {
      const { change, known } = provoke(context, key);
      return { change, expect: () => ({ status: contract.operations[key].success, ...known }) };
    },
  }));
}

function failureCases(key: OperationKey): readonly PreparedCase[] {
  const operationId = methodOwner(key);
  return documentedScenarios(key).flatMap((scenario) => {
    const variants: Readonly<Record<string, Variant>> = provocations[scenario];
    return Object.entries(variants)
      .filter(([, { appliesTo }]) => appliesTo?.(operationId) ?? true)
      .map(([variant, provocation]): PreparedCase => {
        const { basis, needs = [], change } = provocation;
        return {
          name: { operationId: key, scenario, variant, basis },
          operationId,
          needs: typeof needs === 'function' ? needs(operationId) : needs,
          make: (context) => ({
            change: typeof change === 'function' ? change(context, operationId) : change,
            expect: (request) => expectedFailure(scenario, { request, ...knownBy(provocation, context) }),
          }),
        };
      });
  });
}

function knownBy({ values, fields, messageBasis }: Variant, context: PlanContext): Omit<ProvokedRequest, 'request'> {
  return {
    ...(values === undefined ? {} : { values: values(context) }),
    ...(fields === undefined ? {} : { fields: fields(context) }),
    ...(messageBasis === undefined ? {} : { messageBasis: messageBasis(context) }),
  };
}

function planCase(target: Target, fixtures: Fixtures, prepared: PreparedCase): PlannedCase | UnprovokedCase {
  const { name, operationId, needs, make } = prepared;
  const declared = declaredReason(target, name);
  if (declared !== undefined) return { ...name, reason: declared, declared: true };
  const context = new PlanContext(target, fixtures, tokensOf(fixtures.run, name), needs);
  try {
    for (const purpose of needs) context.record(purpose);
    const valid = context.validRequest(operationId);
    const { change, expect } = make(context);
    const request = changed(valid, change);
    const fault = name.scenario === 'success' ? undefined : target.faults[name.scenario];
    const headers = { ...request.headers, ...fault?.headers };
    return {
      ...name,
      request: writeRequest({ ...request, headers }),
      expected: withDeclared(expect(request), target),
      needs: 'id' in fixtures.records.refused && aimsAtRefused(valid, request) ? [...needs, 'refused'] : needs,
      ...(fault === undefined ? {} : { allowsServerError: true }),
    };
  } catch (error) {
    if (!(error instanceof NotProvokable)) throw error;
    return { ...name, reason: error.message, declared: error instanceof NotApplicable };
  }
}

/** Whether a changed request still addresses the same record as the valid one, in its path or in the items of its body. */
function aimsAtRefused(valid: RequestDraft, { id, body, rawPath, rawBody }: RequestDraft): boolean {
  const { path, body: kind } = contract.operations[valid.operationId];
  if (path.includes('{id}')) return rawPath === undefined && id === valid.id;
  return (kind === 'changes' || kind === 'ids') && rawBody === undefined && body === valid.body;
}

/** Returns why a case cannot be provoked, if the target file declares it. */
export function declaredReason(
  { unreachable, absentOperations }: Target,
  { operationId, scenario }: CaseName,
): string | undefined {
  const absent = operationId === 'outsideOperations' ? undefined : absentOperations[operationId];
  return absent ?? unreachable[`${operationId}.${scenario}`] ?? unreachable[scenario];
}

/** Plans a request outside the matrix that must fail with a scenario. */
export function planFailure(
  name: CaseName & { readonly scenario: ScenarioName },
  provoked: ProvokedRequest,
): PlannedCase {
  return {
    ...name,
    request: writeRequest(provoked.request),
    expected: withDeclared(expectedFailure(name.scenario, provoked), provoked.request),
  };
}

/** Plans a request outside the matrix that must succeed. */
export function planSuccess(
  name: CaseName & { readonly operationId: OperationId },
  { request, known, target }: { readonly request: RequestDraft; readonly known: KnownSuccess; readonly target: Target },
): PlannedCase {
  const expected = { status: contract.operations[name.operationId].success, ...known };
  return { ...name, request: writeRequest(request), expected: withDeclared(expected, target) };
}

/** What is known about the response to a request that must succeed. */
type KnownSuccess = Pick<Expectation, 'record' | 'page' | 'bulk'>;

function withDeclared(expected: Expectation, declaring: Parameters<typeof declaredBy>[0]): Expectation {
  const declared = declaredBy(declaring);
  return Object.keys(declared).length === 0 ? expected : { ...expected, declared };
}

function expectedFailure(
  scenario: ScenarioName,
  { request, values, fields, detail, messageBasis }: ProvokedRequest,
): Expectation {
  const { status, code, basis } = contract.scenarios[scenario];
  const error = {
    code,
    messageBasis: messageBasis ?? basis,
    ...knownMessage(scenario, request, values),
    ...(fields === undefined ? {} : { fields }),
    ...(detail === undefined ? {} : { detail }),
  };
  return { status, error };
}

/**
 * Returns the exact message if its template and all its values are known before the request is sent. Otherwise, returns the
 * values that are known. The request itself contains some of them: the entity and the id in its path, the values in its body.
 */
function knownMessage(
  scenario: ScenarioName,
  { entityName, id, body }: RequestDraft,
  given: GivenValues = {},
): Pick<ExpectedError, 'message' | 'messageValues'> {
  const { template, values: sources } = contract.scenarios[scenario];
  if (template === null) return {};
  const known = knownValues(sources, { request: { path: { entityName, id }, body } }, defined(given));
  const isOpen = placeholdersOf(template).some((name) => !Object.hasOwn(known, name));
  if (!isOpen) return { message: fillTemplate(template, known) };
  return Object.keys(known).length === 0 ? {} : { messageValues: known };
}

function defined(values: GivenValues): TemplateValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

import type { OperationId, ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { PlanContext, PlannedCase, ProvokedRequest, RequestDraft } from '../../plan/index.ts';
import { planFailure } from '../../plan/index.ts';
import type { Probe } from './probe.ts';

/** A request that meets the conditions of two scenarios gets the one that precedes, so that a stranger learns nothing but 401. */
export const precedence: Probe = {
  level: 'strict',
  basis: 'api',
  run: async ({ drafts, expect }) => {
    const cases = contract.operationIds.flatMap((operationId) => casesOf(drafts, operationId));
    return (await Promise.all(cases.map(expect))).flat();
  },
};

/** What makes a request meet the condition of one scenario, on top of a request that may meet another's. */
interface Fault {
  readonly scenario: ScenarioName;
  /** `undefined` where the target, its file or the operation does not let a request have it. */
  readonly add: (request: RequestDraft) => RequestDraft | undefined;
}

function casesOf(drafts: PlanContext, operationId: OperationId): readonly PlannedCase[] {
  const gates = gatesOf(drafts, operationId).flatMap((gate) => {
    const request = drafts.validRequest(operationId);
    return Object.entries(faultsOfRequest(drafts, operationId)).flatMap(([what, fault]) => {
      const wrong = fault.add(request);
      const both = wrong === undefined ? undefined : gate.add(wrong);
      return both === undefined
        ? []
        : [expectEarlier(drafts, operationId, [gate.scenario, fault.scenario], what, both)];
    });
  });
  return [...gates, ...strangersToRestricted(drafts, operationId)];
}

/** That a workspace is restricted is not for strangers to know. No record there is the run's own, so the request names no entity. */
function strangersToRestricted(drafts: PlanContext, operationId: OperationId): readonly PlannedCase[] {
  const { restricted, workspace } = drafts.target;
  if (restricted === undefined || restricted.workspace === workspace) return [];
  if (!contract.operations[operationId].write) return [];
  const { key, ...withoutKey } = drafts.validRequest(operationId);
  const request = { ...withoutKey, workspace: restricted.workspace, entityName: drafts.missingEntity };
  const fails = (scenario: ScenarioName, both: RequestDraft): PlannedCase =>
    expectEarlier(drafts, operationId, [scenario, 'workspaceRestricted'], 'a restricted workspace', both);
  return [
    fails('invalidApiKey', request),
    // The keys of a mock may open both workspaces.
    ...(key === undefined || key === restricted.key ? [] : [fails('wrongWorkspace', { ...request, key })]),
  ];
}

/** A request that meets the conditions of two scenarios, and gets the one that the contract puts first. */
function expectEarlier(
  { target }: PlanContext,
  operationId: OperationId,
  both: readonly ScenarioName[],
  what: string,
  request: RequestDraft,
): PlannedCase {
  const first = contract.precedence.find((row) => both.includes(row.scenario));
  if (first === undefined) throw new Error(`x-precedence in openapi.yaml names none of ${both.join(', ')}`);
  const { scenario, basis } = first;
  const known: Omit<ProvokedRequest, 'request'> =
    // The mode is known from the target file; how a message writes it is ours.
    scenario === 'workspaceRestricted' ? { values: { mode: target.restricted?.mode }, messageBasis: 'ours' } : {};
  return planFailure({ operationId, scenario, variant: `with ${what}`, basis }, { request, ...known });
}

/** The scenarios that stand between a request and its content: its key, and the access mode of the workspace. */
function gatesOf({ target }: PlanContext, operationId: OperationId): readonly Fault[] {
  const { keys, restricted } = target;
  const withKey = (scenario: ScenarioName, key: string | undefined): Fault => ({
    scenario,
    add: (request) => (key === undefined ? undefined : { ...request, key }),
  });
  const ofKey: readonly Fault[] = [
    { scenario: 'invalidApiKey', add: ({ key: _key, ...request }) => request },
    withKey('expiredApiKey', keys.expired),
    withKey('wrongWorkspace', keys.otherWorkspace),
  ];
  if (!contract.operations[operationId].write) return ofKey;
  return [
    ...ofKey,
    {
      scenario: 'workspaceRestricted',
      add: (request) =>
        restricted === undefined ? undefined : { ...request, workspace: restricted.workspace, key: restricted.key },
    },
    withKey('readOnlyKey', keys.readOnly),
  ];
}

/** What can be wrong with the content of a request, by the name of the variant: `with an unknown entity`. */
function faultsOfRequest(drafts: PlanContext, operationId: OperationId): Readonly<Record<string, Fault>> {
  const { takesBody, path } = contract.operations[operationId];
  return {
    'an unknown entity': {
      scenario: 'entityNotFound',
      add: (request) => ({ ...request, entityName: drafts.missingEntity }),
    },
    'a missing record': {
      scenario: 'recordNotFound',
      add: (request) => (path.includes('{id}') ? { ...request, id: drafts.missingId } : undefined),
    },
    'a malformed body': {
      scenario: 'badRequest',
      add: (request) => (takesBody ? { ...request, rawBody: '{"name": ' } : undefined),
    },
    'a bad parameter': {
      scenario: 'badRequest',
      add: (request) => (operationId === 'listRecords' ? { ...request, query: { page: '-1' } } : undefined),
    },
  };
}

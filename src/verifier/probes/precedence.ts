import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { PlanContext, PlannedCase, RequestDraft } from '../../plan/index.ts';
import { planFailure } from '../../plan/index.ts';
import type { Probe } from './probe.ts';

/** A stranger learns nothing but 401, and a restricted workspace nothing but its mode, whatever else is wrong. */
export const precedence: Probe = {
  level: 'strict',
  basis: 'api',
  run: async ({ drafts, expect }) => {
    const cases = contract.operationIds.flatMap((operationId) => [
      ...strangers(drafts, operationId),
      ...(contract.operations[operationId].write ? strangersToRestricted(drafts, operationId) : []),
      ...(contract.operations[operationId].write ? restricted(drafts, operationId) : []),
      ...(contract.operations[operationId].write ? readOnly(drafts, operationId) : []),
    ]);
    return (await Promise.all(cases.map(expect))).flat();
  },
};

function strangers(drafts: PlanContext, operationId: OperationId): readonly PlannedCase[] {
  const { otherWorkspace, expired } = drafts.target.keys;
  return Object.entries(otherwiseWrong(drafts, operationId)).flatMap(([wrong, request]) => {
    const { key: _key, ...withoutKey } = request;
    const fails = (scenario: 'invalidApiKey' | 'expiredApiKey' | 'wrongWorkspace', draft: RequestDraft): PlannedCase =>
      planFailure({ operationId, scenario, variant: `with ${wrong}`, basis: 'api' }, { request: draft });
    return [
      fails('invalidApiKey', withoutKey),
      ...(expired === undefined ? [] : [fails('expiredApiKey', { ...request, key: expired })]),
      ...(otherWorkspace === undefined ? [] : [fails('wrongWorkspace', { ...request, key: otherWorkspace })]),
    ];
  });
}

/** That a workspace is restricted is nothing for strangers. No record there is the run's own, so the request aims at no entity. */
function strangersToRestricted(drafts: PlanContext, operationId: OperationId): readonly PlannedCase[] {
  const { restricted: other, workspace } = drafts.target;
  if (other === undefined || other.workspace === workspace) return [];
  const { key, ...withoutKey } = drafts.validRequest(operationId);
  const request = { ...withoutKey, workspace: other.workspace, entityName: drafts.missingEntity };
  const name = { operationId, variant: 'with a restricted workspace', basis: 'api' } as const;
  return [
    planFailure({ ...name, scenario: 'invalidApiKey' }, { request }),
    // The keys of a mock may open both workspaces.
    ...(key === undefined || key === other.key
      ? []
      : [planFailure({ ...name, scenario: 'wrongWorkspace' }, { request: { ...request, key } })]),
  ];
}

function restricted(drafts: PlanContext, operationId: OperationId): readonly PlannedCase[] {
  const { restricted: other } = drafts.target;
  if (other === undefined) return [];
  return Object.entries(otherwiseWrong(drafts, operationId)).map(([wrong, request]) =>
    planFailure(
      { operationId, scenario: 'workspaceRestricted', variant: `with ${wrong}`, basis: 'api' },
      {
        request: { ...request, workspace: other.workspace, key: other.key },
        values: { mode: other.mode },
        messageBasis: 'ours',
      },
    ),
  );
}

/** That a read-only key comes before everything that is wrong with the request is our own order. */
function readOnly(drafts: PlanContext, operationId: OperationId): readonly PlannedCase[] {
  const key = drafts.target.keys.readOnly;
  if (key === undefined) return [];
  return Object.entries(otherwiseWrong(drafts, operationId)).map(([wrong, request]) =>
    planFailure(
      { operationId, scenario: 'readOnlyKey', variant: `with ${wrong}`, basis: 'ours' },
      { request: { ...request, key } },
    ),
  );
}

/** Requests that are wrong in one thing, which must not matter yet. */
function otherwiseWrong(drafts: PlanContext, operationId: OperationId): Readonly<Record<string, RequestDraft>> {
  const request = drafts.validRequest(operationId);
  const { takesBody, path } = contract.operations[operationId];
  return {
    'an unknown entity': { ...request, entityName: drafts.missingEntity },
    ...(path.includes('{id}') ? { 'a missing record': { ...request, id: drafts.missingId } } : {}),
    ...(takesBody ? { 'a malformed body': { ...request, rawBody: '{"name": ' } } : {}),
    ...(operationId === 'listRecords' ? { 'a bad parameter': { ...request, query: { page: '-1' } } } : {}),
  };
}

import type { OperationId, ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import { isTestKey } from '../../injection/index.ts';
import type { PlanContext, PlannedCase, ProvokedRequest, RequestDraft, Variant } from '../../plan/index.ts';
import { changed, planFailure, provocations } from '../../plan/index.ts';
import type { Probe } from './probe.ts';

/**
 * A request that meets the conditions of two scenarios gets the one that comes first in `x-precedence`. Each pair combines a
 * key, a permission or an access mode with the content of a request. An unauthenticated caller always gets 401.
 */
export const precedence: Probe = {
  level: 'strict',
  basis: 'api',
  run: async ({ drafts, expect }) => {
    const cases = contract.operationIds.flatMap((operationId) => [
      ...pairs.flatMap((pair) => casesOf(drafts, operationId, pair)),
      ...callersOfRestricted(drafts, operationId),
    ]);
    return (await Promise.all(cases.map(expect))).flat();
  },
};

/** A row of `x-precedence` and a later row. */
interface Pair {
  readonly first: Row;
  readonly second: Row;
}

type Row = (typeof contract.precedence)[number];

const pairs: readonly Pair[] = contract.precedence.flatMap((first, index) =>
  contract.precedence.slice(index + 1).map((second) => ({ first, second })),
);

/** Makes a request meet the condition of a scenario. Returns `undefined` if the target or the operation does not allow it. */
type Fault = (request: RequestDraft) => RequestDraft | undefined;

/** Returns the requests that meet both conditions of a pair. Each must get the response of the first scenario. */
function casesOf(drafts: PlanContext, operationId: OperationId, { first, second }: Pair): readonly PlannedCase[] {
  const gates = gatesOf(drafts, operationId);
  const faults = contentFaultsOf(drafts, operationId);
  const [gate, content] =
    gates[first.scenario] === undefined
      ? [gates[second.scenario], faults[first.scenario]]
      : [gates[first.scenario], faults[second.scenario]];
  if (gate === undefined || content === undefined) return [];
  const request = drafts.validRequest(operationId);
  return Object.entries(content).flatMap(([what, fault]) => {
    const wrong = fault(request);
    const both = wrong === undefined ? undefined : gate(wrong);
    return both === undefined ? [] : [expectFirst(drafts, operationId, first, what, both)];
  });
}

/**
 * Only callers with a key for a restricted workspace may learn that it is restricted. The run has no records there, so these
 * requests use a missing entity.
 */
function callersOfRestricted(drafts: PlanContext, operationId: OperationId): readonly PlannedCase[] {
  const { restricted, workspace } = drafts.target;
  if (restricted === undefined || restricted.workspace === workspace) return [];
  if (!contract.operations[operationId].write) return [];
  const { key, ...withoutKey } = drafts.validRequest(operationId);
  const request = { ...withoutKey, workspace: restricted.workspace, entityName: drafts.missingEntity };
  const both: { readonly [Name in ScenarioName]?: RequestDraft } = {
    invalidApiKey: request,
    ...(key === undefined || opensBoth(key, restricted.key) ? {} : { wrongWorkspace: { ...request, key } }),
  };
  return pairs.flatMap(({ first, second }) => {
    const other = first.scenario === 'workspaceRestricted' ? second.scenario : first.scenario;
    const draft = both[other];
    const isPair = [first, second].some(({ scenario }) => scenario === 'workspaceRestricted') && draft !== undefined;
    return isPair ? [expectFirst(drafts, operationId, first, 'a restricted workspace', draft)] : [];
  });
}

/** A mock may accept the same key in both workspaces, and a server for development accepts its test keys in all of them. */
function opensBoth(key: string, restrictedKey: string): boolean {
  return key === restrictedKey || isTestKey(key);
}

function expectFirst(
  { target }: PlanContext,
  operationId: OperationId,
  { scenario, basis }: Row,
  what: string,
  request: RequestDraft,
): PlannedCase {
  const known: Omit<ProvokedRequest, 'request'> =
    // The mode comes from the target file. Its wording in a message is a rule that this project added.
    scenario === 'workspaceRestricted' ? { values: { mode: target.restricted?.mode }, messageBasis: 'ours' } : {};
  return planFailure({ operationId, scenario, variant: `with ${what}`, basis }, { request, ...known });
}

/** The conditions checked before the content of a request: its key, the key's permission, and the workspace's access mode. */
function gatesOf(drafts: PlanContext, operationId: OperationId): { readonly [Name in ScenarioName]?: Fault } {
  const { keys, restricted } = drafts.target;
  const withKey =
    (key: string | undefined): Fault =>
    (request) =>
      key === undefined ? undefined : changed(request, { key });
  const ofKey = {
    invalidApiKey: (request: RequestDraft) => changed(request, { key: undefined }),
    expiredApiKey: withKey(keys.expired),
    wrongWorkspace: withKey(keys.otherWorkspace),
  };
  if (!contract.operations[operationId].write) return ofKey;
  return {
    ...ofKey,
    readOnlyKey: withKey(keys.readOnly),
    workspaceRestricted: (request) =>
      restricted === undefined
        ? undefined
        : changed(aimedAtNothing(drafts, request), { 'server.workspace': restricted.workspace, key: restricted.key }),
  };
}

/** Replaces the run's own record in a request: in another workspace, its id may be that of somebody else's record. */
function aimedAtNothing(drafts: PlanContext, request: RequestDraft): RequestDraft {
  const { missingId } = drafts;
  if (request.id !== undefined) return changed(request, { 'path.id': missingId });
  const { body } = contract.operations[request.operationId];
  const namesRecords = request.rawBody === undefined && (body === 'changes' || body === 'ids');
  return namesRecords ? changed(request, { body: [drafts.batchItem(request.operationId, missingId)] }) : request;
}

/** The faults in the content of a request, by the name of the variant: `with an unknown entity`. */
function contentFaultsOf(
  drafts: PlanContext,
  operationId: OperationId,
): { readonly [Name in ScenarioName]?: Readonly<Record<string, Fault>> } {
  const { takesBody, path } = contract.operations[operationId];
  const { malformedBody, negativePage } = provocations.badRequest;
  const ofVariant =
    (variant: Variant | undefined): Fault =>
    (request) =>
      variant === undefined || typeof variant.change === 'function' ? undefined : changed(request, variant.change);
  return {
    entityNotFound: {
      'an unknown entity': (request) => changed(request, { 'path.entityName': drafts.missingEntity }),
    },
    recordNotFound: path.includes('{id}')
      ? { 'a missing record': (request) => changed(request, { 'path.id': drafts.missingId }) }
      : {},
    badRequest: {
      ...(takesBody ? { 'a malformed body': ofVariant(malformedBody) } : {}),
      ...(operationId === 'listRecords' ? { 'a bad parameter': ofVariant(negativePage) } : {}),
    },
  };
}

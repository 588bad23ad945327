import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { OperationId, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios, readEnvelope, scenarioOf } from '../contract/index.ts';
import type { Definition, KeyDefinition } from '../workspace/index.ts';
import { demoDefinition } from '../workspace/index.ts';
import type { TestServer } from './testing/test-server.ts';
import { ask, startTestServer } from './testing/test-server.ts';

type Scenario = keyof typeof faults;

/** What can be wrong with a key itself. */
interface KeyFault {
  readonly isRevoked?: boolean;
  readonly isExpired?: boolean;
  readonly isReadOnly?: boolean;
}

/** The parts of a request that a fault can change. Two faults can be combined unless they change a part in different ways. */
interface Parts extends KeyFault {
  /** The workspace that the key belongs to; `sales` by default. */
  readonly workspace?: 'archive';
  /** The workspace in the path, if it differs from the one of the key. */
  readonly otherWorkspace?: 'inventory';
  readonly entityName?: string;
  readonly id?: string;
  readonly afterPath?: string;
  readonly contentType?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** How each fault is added to a request of an operation. Scenarios without an entry are not compared. */
const faults = {
  invalidApiKey: () => ({ isRevoked: true }),
  expiredApiKey: () => ({ isExpired: true }),
  wrongWorkspace: () => ({ otherWorkspace: 'inventory' }),
  readOnlyKey: () => ({ isReadOnly: true }),
  workspaceRestricted: () => ({ workspace: 'archive' }),
  entityNotFound: () => ({ entityName: 'Nothing' }),
  badRequest: (operationId) => {
    if (contract.operations[operationId].takesBody) return { contentType: 'text/plain' };
    if ('fields' in contract.operations[operationId].query) return { afterPath: '?fields=nothing' };
    // Only the path of this request can be malformed, and then it names no entity, so no fault of the entity combines with it.
    return { entityName: 'Customer', afterPath: '#' };
  },
  recordNotFound: () => ({ id: '999' }),
  validationError: () => ({ entityName: 'Order', values: { total: -1 } }),
  uniqueConstraintViolation: () => ({ entityName: 'Order', values: { orderNumber: 'ORD-1002' } }),
  foreignKeyViolation: () => ({ entityName: 'Order', values: { customer_id: 999 } }),
  recordReferenced: () => ({ entityName: 'Customer', id: '1' }),
} as const satisfies { readonly [Name in ScenarioName]?: (operationId: OperationId) => Parts };

const order = contract.precedence.map(({ scenario }) => scenario).filter(isCompared);

function isCompared(scenario: ScenarioName): scenario is Scenario {
  return Object.hasOwn(faults, scenario);
}

/** Each earlier scenario with each later one, and the operations where one request can have both faults. */
const pairs = order.flatMap((earlier, index) =>
  order.slice(index + 1).map((later) => ({
    earlier,
    later,
    operationIds: contract.operationIds.filter(
      (id) =>
        raises(id, earlier) && raises(id, later) && together(faults[earlier](id), faults[later](id)) !== undefined,
    ),
  })),
);

/** Every combination of faults of a key. */
const keyFaults = [{}, { isRevoked: true }].flatMap((some) =>
  [some, { ...some, isExpired: true }].flatMap((more) => [more, { ...more, isReadOnly: true }]),
);

/** The demo with a key for each combination, and an archive with the same records, so that a fault applies to both workspaces. */
const definition: Definition = {
  ...demoDefinition,
  workspaces: demoDefinition.workspaces
    .filter(({ slug }) => slug === 'sales')
    .flatMap((sales) => [sales, { ...sales, slug: 'archive', mode: 'READ_ONLY' as const }])
    .map((workspace) => ({ ...workspace, keys: keyFaults.map((fault) => keyWith(workspace.slug, fault)) })),
};

describe('two faults in one request', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ definition });
  });
  afterAll(async () => server.close());

  /** Sends a request of each operation, and returns the scenario of each response. */
  async function answers(
    operationIds: readonly OperationId[],
    partsOf: (operationId: OperationId) => Parts = () => ({}),
  ) {
    const answered: Partial<Record<OperationId, string | undefined>> = {};
    for (const id of operationIds) answered[id] = await answerTo(server, id, partsOf(id));
    return answered;
  }

  const met = pairs.filter(({ operationIds }) => operationIds.length > 0);

  it.each(met)('$earlier precedes $later', async ({ earlier, later, operationIds }) => {
    const both = (id: OperationId): Parts => together(faults[earlier](id), faults[later](id)) ?? {};
    expect(await answers(operationIds, both)).toEqual(allBeing(earlier, operationIds));
    // Without the earlier fault, the later one is reported, which proves that both were present.
    expect(await answers(operationIds, faults[later])).toEqual(allBeing(later, operationIds));
  });

  it('cover every scenario that has an entry', () => {
    const compared = new Set(met.flatMap(({ earlier, later }) => [earlier, later]));
    expect([...compared].sort()).toEqual(Object.keys(faults).sort());
    const seed = contract.precedence.filter(({ scenario }) => contract.scenarios[scenario].basis === 'seed');
    expect([...compared]).toEqual(
      expect.arrayContaining([...seed.map(({ scenario }) => scenario), 'recordReferenced']),
    );
  });
});

function raises(operationId: OperationId, scenario: Scenario): boolean {
  return documentedScenarios(operationId).includes(scenario);
}

function allBeing(scenario: Scenario, operationIds: readonly OperationId[]): object {
  return Object.fromEntries(operationIds.map((id) => [id, scenario]));
}

/** Combines two faults in one request; `undefined` if one excludes the other. */
function together(one: Parts, other: Parts): Parts | undefined {
  const { values, ...parts } = one;
  const { values: otherValues, ...otherParts } = other;
  const excludes = disagree(parts, otherParts) || disagree(values ?? {}, otherValues ?? {});
  return excludes ? undefined : { ...parts, ...otherParts, values: { ...values, ...otherValues } };
}

function disagree(one: object, other: object): boolean {
  const known = new Map(Object.entries(one));
  return Object.entries(other).some(([name, value]) => known.has(name) && known.get(name) !== value);
}

async function answerTo(server: TestServer, operationId: OperationId, parts: Parts): Promise<string | undefined> {
  const { method, path: template, takesBody } = contract.operations[operationId];
  const { entityName = 'Order', id = '1', workspace = 'sales', otherWorkspace = workspace, afterPath = '' } = parts;
  const path = template.replace('{entityName}', entityName).replace('{id}', id);
  const values = {
    ...(operationId === 'createRecord' ? { orderNumber: 'ORD-1', customer_id: 1 } : {}),
    ...parts.values,
  };
  const { status, body } = await ask(server, {
    method,
    path: `acme-corp/${otherWorkspace}${path}${afterPath}`,
    key: keyWith(workspace, parts).key,
    headers: parts.contentType === undefined ? {} : { 'content-type': parts.contentType },
    ...(takesBody ? { body: path.endsWith('/bulk') ? [values] : values } : {}),
  });
  const error = readEnvelope(body);
  return error === undefined ? `success ${status}` : scenarioOf(operationId, error.code, error.message);
}

function keyWith(workspace: string, { isRevoked, isExpired, isReadOnly }: KeyFault): KeyDefinition {
  const name = ['key', isRevoked && 'revoked', isExpired && 'expired', isReadOnly && 'readOnly']
    .filter(Boolean)
    .join('_');
  return {
    name,
    key: `sk_live_${workspace}_${name}`,
    permission: isReadOnly === true ? 'READ_ONLY' : 'READ_WRITE',
    ...(isExpired === true ? { expiresAt: '2025-01-01T00:00:00Z' } : {}),
    revoked: isRevoked === true,
  };
}

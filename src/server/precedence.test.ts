import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { OperationId, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios, readEnvelope, scenarioOf } from '../contract/index.ts';
import type { Definition, KeyDefinition } from '../workspace/index.ts';
import { demoDefinition } from '../workspace/index.ts';
import type { TestServer } from './testing/test-server.ts';
import { ask, startTestServer } from './testing/test-server.ts';

type Scenario = keyof typeof faults;

/** What can be wrong with a key by itself. */
interface KeyFault {
  readonly isRevoked?: boolean;
  readonly isExpired?: boolean;
  readonly isReadOnly?: boolean;
}

/** The parts of a request that a fault can change. Two faults go together where they change no part in two ways. */
interface Parts extends KeyFault {
  /** The workspace that the key belongs to, and the one in the path where that is another. */
  readonly workspace?: 'archive';
  readonly otherWorkspace?: 'inventory';
  readonly entityName?: string;
  readonly id?: string;
  readonly afterPath?: string;
  readonly contentType?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** How each fault is added to a request of an operation. One without an entry is not compared. */
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
    // Nothing but its path can be wrong, which then names no entity at all: no fault of the entity goes with it.
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

/** Each earlier scenario with each later one, and the operations of which one request can have both faults. */
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

/** Each way in which a key can be at fault by itself, and several of them at once. */
const keyFaults = [{}, { isRevoked: true }].flatMap((some) =>
  [some, { ...some, isExpired: true }].flatMap((more) => [more, { ...more, isReadOnly: true }]),
);

/** The demo with a key for each of them, and an archive with the same records: what is at fault in one is so in the other. */
const definition: Definition = {
  ...demoDefinition,
  workspaces: demoDefinition.workspaces
    .filter(({ slug }) => slug === 'sales')
    .flatMap((sales) => [sales, { ...sales, slug: 'archive', mode: 'READ_ONLY' as const }])
    .map((workspace) => ({ ...workspace, keys: keyFaults.map((fault) => keyWith(workspace.slug, fault)) })),
};

describe('of two faults in one request', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ definition });
  });
  afterAll(async () => server.close());

  /** The scenario that answers a request of each operation. */
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
    // Without the earlier fault the later one answers, so that it was there.
    expect(await answers(operationIds, faults[later])).toEqual(allBeing(later, operationIds));
  });

  it('every scenario with an entry is compared with another', () => {
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

/** Both faults in one request; `undefined` where one excludes the other. */
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

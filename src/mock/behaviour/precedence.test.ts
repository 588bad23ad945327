import { describe, expect, it } from '@jest/globals';

import type { ScenarioName } from '../../contract/index.ts';
import { contract, readEnvelope, scenarioOf } from '../../contract/index.ts';
import { runMock } from '../testing.ts';

/** The parts of a request that can be wrong independently of each other. */
interface Parts {
  readonly method: 'PUT' | 'DELETE';
  readonly key: string | null;
  readonly workspace: string;
  readonly entityName: string;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>> | string;
}

const valid: Parts = {
  method: 'PUT',
  key: 'sk_test_read_write',
  workspace: 'sales',
  entityName: 'Order',
  id: '1',
  body: {},
};

/** The one part of a request to change so that it meets the condition of a scenario. */
const faults: { readonly [Name in ScenarioName]?: Partial<Parts> } = {
  invalidApiKey: { key: null },
  expiredApiKey: { key: 'sk_test_expired' },
  wrongWorkspace: { key: 'sk_test_other_workspace' },
  readOnlyKey: { key: 'sk_test_read_only' },
  workspaceRestricted: { workspace: 'archive' },
  entityNotFound: { entityName: 'order' },
  badRequest: { body: '{' },
  recordNotFound: { id: '404' },
  validationError: { body: { total: -1 } },
  uniqueConstraintViolation: { body: { orderNumber: 'ORD-taken' } },
  foreignKeyViolation: { body: { customer_id: 999 } },
  recordReferenced: { method: 'DELETE', entityName: 'Customer', id: '409' },
};

const rows = contract.precedence.map(({ scenario }) => scenario).filter((scenario) => faults[scenario] !== undefined);
const pairs = rows.flatMap((first, index) =>
  rows.slice(index + 1).flatMap((second) => {
    const both = together(faults[first], faults[second]);
    return both === undefined ? [] : [{ first, second, both }];
  }),
);

describe('the mock follows x-precedence', () => {
  const { send } = runMock();

  it('for every scenario of the founding page that a request can trigger, and for a referenced record', () => {
    const compared = new Set(pairs.flatMap(({ first, second }) => [first, second]));
    const seed = contract.precedence.filter(({ scenario }) => contract.scenarios[scenario].basis === 'seed');
    expect([...compared].toSorted()).toEqual(Object.keys(faults).toSorted());
    expect([...compared]).toEqual(
      expect.arrayContaining([...seed.map(({ scenario }) => scenario), 'recordReferenced']),
    );
    expect(pairs.length).toBeGreaterThan(40);
  });

  it.each(pairs)('$first comes before $second', async ({ first, second, both }) => {
    expect(await answerTo(both)).toBe(first);
    // Proves that the second fault was present: without the first one, it determines the response.
    expect(await answerTo({ ...valid, ...faults[second] })).toBe(second);
  });

  async function answerTo({ method, key, workspace, entityName, id, body }: Parts): Promise<string | undefined> {
    const path = `/acme-corp/${workspace}/${entityName}/${id}`;
    const { body: answered } = await send({ method, key, path, ...(method === 'DELETE' ? {} : { body }) });
    const error = readEnvelope(answered);
    return scenarioOf(method === 'DELETE' ? 'deleteRecord' : 'updateRecord', error?.code, error?.message);
  }
});

/** Combines two faults in one request. Returns `undefined` if they change the same part, or if no request can meet both conditions. */
function together(one: Partial<Parts> = {}, other: Partial<Parts> = {}): Parts | undefined {
  const bodies = [one.body, other.body].filter((body) => body !== undefined);
  const isDelete = one.method === 'DELETE' || other.method === 'DELETE';
  if (isDelete && bodies.length > 0) return undefined;
  const shared = Object.keys(one).filter((part) => Object.hasOwn(other, part));
  const areColumns = bodies.length === 2 && bodies.every((body) => typeof body !== 'string');
  if (shared.some((part) => part !== 'body' || !areColumns)) return undefined;
  return { ...valid, ...one, ...other, ...(areColumns ? { body: Object.assign({}, ...bodies) } : {}) };
}

import { describe, expect, it } from '@jest/globals';

import type { ScenarioName } from '../../contract/index.ts';
import { contract, readEnvelope, scenarioOf } from '../../contract/index.ts';
import { runMock } from '../testing.ts';

/** A request by the parts that can be wrong independently of each other. */
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

/** What makes a request meet the condition of a scenario, by one part of it. */
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

describe('the mock keeps x-precedence', () => {
  const { send } = runMock();

  it('for every scenario that a request can be made to meet', () => {
    expect(new Set(pairs.flatMap(({ first, second }) => [first, second]))).toEqual(new Set(Object.keys(faults)));
    expect(pairs.length).toBeGreaterThan(40);
  });

  it.each(pairs)('$first comes before $second', async ({ first, both }) => {
    const { method, key, workspace, entityName, id, body } = both;
    const { body: answered } = await send({
      method,
      key,
      path: `/acme-corp/${workspace}/${entityName}/${id}`,
      ...(method === 'DELETE' ? {} : { body }),
    });
    const error = readEnvelope(answered);
    const operationId = method === 'DELETE' ? 'deleteRecord' : 'updateRecord';
    expect(scenarioOf(operationId, error?.code, error?.message)).toBe(first);
  });
});

/** Two faults in one request; `undefined` where they are of one part, or where the request could not meet both conditions. */
function together(one: Partial<Parts> = {}, other: Partial<Parts> = {}): Parts | undefined {
  const bodies = [one.body, other.body].filter((body) => body !== undefined);
  const isDelete = one.method === 'DELETE' || other.method === 'DELETE';
  if (isDelete && bodies.length > 0) return undefined;
  const shared = Object.keys(one).filter((part) => Object.hasOwn(other, part));
  const areColumns = bodies.length === 2 && bodies.every((body) => typeof body !== 'string');
  if (shared.some((part) => part !== 'body' || !areColumns)) return undefined;
  return { ...valid, ...one, ...other, ...(areColumns ? { body: Object.assign({}, ...bodies) } : {}) };
}

import { describe, expect, it } from '@jest/globals';

import { validators } from '../../contract/document/index.ts';
import type { OperationId, ScenarioName } from '../../contract/index.ts';
import { contract, readEnvelope, scenarioOf } from '../../contract/index.ts';
import type { SentRequest } from '../testing.ts';
import { runMock } from '../testing.ts';

const { send } = runMock();

const SALES = '/acme-corp/sales';
const customer = { name: 'Ann', email: 'ann@example.com' };
const order = { orderNumber: 'ORD-1', customer_id: 1 };

/** A successful request for each operation. */
const happy: Readonly<Record<OperationId, SentRequest>> = {
  listRecords: { path: `${SALES}/Customer` },
  createRecord: { method: 'POST', path: `${SALES}/Customer`, body: customer },
  getRecord: { path: `${SALES}/Customer/7` },
  updateRecord: { method: 'PUT', path: `${SALES}/Customer/7`, body: { name: 'Ann' } },
  deleteRecord: { method: 'DELETE', path: `${SALES}/Customer/7` },
  bulkCreateRecords: { method: 'POST', path: `${SALES}/Customer/bulk`, body: [customer] },
  bulkUpdateRecords: { method: 'PUT', path: `${SALES}/Customer/bulk`, body: [{ id: 7, name: 'Ann' }] },
  bulkDeleteRecords: { method: 'DELETE', path: `${SALES}/Customer/bulk`, body: [7] },
};

type Provoke = (request: SentRequest) => readonly SentRequest[];

const swap = (from: string, to: string) => (request: SentRequest) => ({
  ...request,
  path: request.path.replace(from, to),
});
const id = (to: string) => swap('/7', `/${to}`);

/** Turns the successful request of an operation into requests that trigger a scenario. Scenarios not listed need `Prefer`. */
const provoke: { readonly [Name in ScenarioName]?: Provoke } = {
  invalidApiKey: (request) => [null, 'sk_test_revoked', 'nonsense', 'toString'].map((key) => ({ ...request, key })),
  expiredApiKey: (request) => [{ ...request, key: 'sk_test_expired' }],
  wrongWorkspace: (request) => [
    { ...request, key: 'sk_test_other_workspace' },
    swap('sales', 'inventory')(request),
    swap('sales', 'nowhere')(request),
    swap('acme-corp', 'unknown')(request),
  ],
  readOnlyKey: (request) => [{ ...request, key: 'sk_test_read_only' }],
  workspaceRestricted: (request) => ['archive', 'studio', 'lab'].map((slug) => swap('sales', slug)(request)),
  entityNotFound: (request) => ['customer', 'Custoer', 'Customer%20'].map((name) => swap('Customer', name)(request)),
  recordNotFound: (request) =>
    ['404', '0', '-1', '01', '1.5', 'x', '9007199254740993', '%2e%2e%2f'].map((to) => id(to)(request)),
  badRequest: (request) => [swap('/Customer', '/%zz')(request), { ...request, path: `${request.path}?page=%zz` }],
  uniqueConstraintViolation: (request) => [{ ...request, body: { ...customer, email: 'taken@example.com' } }],
  foreignKeyViolation: (request) => [{ ...swap('Customer', 'Order')(request), body: { ...order, customer_id: 999 } }],
  validationError: (request) => [{ ...request, body: { name: '', email: 'nope' } }],
  internalError: (request) => [{ ...request, headers: { 'X-Fault': 'internalError' } }],
  recordReferenced: (request) => [id('409')(request)],
};

describe('the mock', () => {
  it('has a trigger for every scenario of the founding page, and for a referenced record', () => {
    const seed = contract.scenarioNames.filter((name) => contract.scenarios[name].basis === 'seed');
    expect(Object.keys(provoke)).toEqual(expect.arrayContaining([...seed, 'recordReferenced']));
  });
});

describe.each(contract.operationIds)('%s', (operationId) => {
  it('succeeds as documented', async () => {
    const { status, body } = await send(happy[operationId]);
    expect(status).toBe(contract.operations[operationId].success);
    expect(validators[operationId][status]?.(body) ?? body === undefined).toBe(true);
  });

  const triggered = contract.operations[operationId].scenarios.flatMap((scenario) => {
    const requests = provoke[scenario]?.(happy[operationId]);
    return requests === undefined ? [] : [[scenario, requests] as const];
  });

  it.each(triggered)('returns %s for its triggers', async (scenario, requests) => {
    for (const request of requests) {
      const { status, body } = await send(request);
      const error = readEnvelope(body);
      expect({ request, status }).toEqual({ request, status: contract.scenarios[scenario].status });
      expect(scenarioOf(operationId, error?.code, error?.message)).toBe(scenario);
      expect(validators[operationId][status]?.(body)).toBe(true);
    }
  });
});

describe('the error body', () => {
  it.each([
    [{ path: `${SALES}/Custoer/7` }, 'Entity not found: Custoer'],
    [{ path: `${SALES}/Customer/no%20one` }, 'Record not found: no one'],
    [{ path: '/acme-corp/lab/Customer/7', method: 'DELETE' }, 'Workspace is in maintenance mode'],
    [{ path: '/acme-corp/studio/Customer/7', method: 'DELETE' }, 'Workspace is in design mode'],
    [
      { path: `${SALES}/Order`, method: 'POST', body: { ...order, orderNumber: 'ORD-TAKEN' } },
      "A record with orderNumber 'ORD-TAKEN' already exists",
    ],
    [
      { path: `${SALES}/LineItem/7`, method: 'PUT', body: { product_id: 999 } },
      "Referenced product_id '999' does not exist in products",
    ],
    [{ path: `${SALES}/Product/409`, method: 'DELETE' }, 'Record 409 is still referenced by product_id in line_items'],
  ])('for %j contains the values that were sent', async (request, message) => {
    expect((await send(request)).body).toMatchObject({ error: { message } });
  });

  it('lists everything that is wrong with a record', async () => {
    const { body } = await send({ path: `${SALES}/Customer`, method: 'POST', body: { email: 'nope', age: -1, id: 5 } });
    expect(body).toEqual({
      error: {
        code: 'VALIDATION_ERROR',
        message: 'Validation failed: 4 error(s)',
        details: [
          { field: 'name', message: 'name is required' },
          { field: 'email', message: 'must be a valid email address' },
          { field: 'age', message: 'must be at least 0' },
          { field: 'id', message: 'id is generated and cannot be set' },
        ],
      },
    });
  });

  it('reports a duplicate only for the whole word', async () => {
    const body = { ...customer, email: 'mistaken@example.com' };
    expect((await send({ path: `${SALES}/Customer`, method: 'POST', body })).status).toBe(201);
  });

  it('reports no reference to a record that no entity can reference', async () => {
    expect((await send({ path: `${SALES}/LineItem/409`, method: 'DELETE' })).status).toBe(204);
  });

  it('is an internal error for the id 500', async () => {
    expect((await send({ path: `${SALES}/Customer/500` })).status).toBe(500);
  });
});

describe('the API keys', () => {
  it('work with a scheme in any case', async () => {
    const headers = { Authorization: 'bEARER sk_test_read_write' };
    expect((await send({ path: `${SALES}/Customer`, key: null, headers })).status).toBe(200);
  });

  it('give access only to their own workspace', async () => {
    const path = '/acme-corp/inventory/Product';
    expect((await send({ path, key: 'sk_test_other_workspace' })).status).toBe(200);
    expect((await send({ path, key: 'sk_test_read_write' })).status).toBe(401);
  });

  it('allow reading with a read-only key, and in a restricted workspace', async () => {
    expect((await send({ path: '/acme-corp/archive/Customer', key: 'sk_test_read_only' })).status).toBe(200);
  });
});

describe('the scenario that takes precedence', () => {
  const everything = { method: 'POST', path: '/acme-corp/archive/Nope/bulk', body: '{' };

  it.each([
    ['invalidApiKey', { ...everything, key: 'nonsense' }],
    ['wrongWorkspace', { ...everything, key: 'sk_test_other_workspace' }],
    ['readOnlyKey', { ...everything, key: 'sk_test_read_only' }],
    ['workspaceRestricted', everything],
    ['entityNotFound', { ...everything, path: `${SALES}/Nope/bulk` }],
    ['badRequest', { ...everything, path: `${SALES}/Customer/bulk` }],
  ] as const)('is %s if everything that is checked later is wrong too', async (scenario, request) => {
    const { body } = await send(request);
    const error = readEnvelope(body);
    expect(scenarioOf('bulkCreateRecords', error?.code, error?.message)).toBe(scenario);
  });

  it.each([
    ['badRequest', '/404', '{'],
    ['recordNotFound', '/404', { orderNumber: 'taken', customer_id: 999 }],
    ['validationError', '/7', { orderNumber: 'taken', customer_id: 999 }],
    ['uniqueConstraintViolation', '/7', { orderNumber: 'ORD-taken', customer_id: 999 }],
    ['foreignKeyViolation', '/7', { orderNumber: 'ORD-1', customer_id: 999 }],
  ])('is %s on an update of %s with %j', async (scenario, path, body) => {
    const answer = await send({ method: 'PUT', path: `${SALES}/Order${path}`, body });
    const error = readEnvelope(answer.body);
    expect(scenarioOf('updateRecord', error?.code, error?.message)).toBe(scenario);
  });
});

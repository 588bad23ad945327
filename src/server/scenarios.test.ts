import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { validators } from '../contract/document/index.ts';
import type { OperationId, ScenarioFailure, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios, fail, toEnvelope } from '../contract/index.ts';
import type { Question, TestServer } from './testing/test-server.ts';
import { ask, demoKeys, startTestServer } from './testing/test-server.ts';

/** A request of each operation that succeeds each time it is sent. */
const good: Readonly<Record<OperationId, Question>> = {
  listRecords: { path: '/Customer' },
  createRecord: { method: 'POST', path: '/Order', body: { orderNumber: 'ORD-1', customer_id: 1 } },
  getRecord: { path: '/Customer/1' },
  updateRecord: { method: 'PUT', path: '/Order/1', body: { total: 1 } },
  deleteRecord: { method: 'DELETE', path: '/LineItem/2' },
  bulkCreateRecords: { method: 'POST', path: '/Customer/bulk', body: [{}] },
  bulkUpdateRecords: { method: 'PUT', path: '/Customer/bulk', body: [{ id: 1, age: 37 }] },
  bulkDeleteRecords: { method: 'DELETE', path: '/Customer/bulk', body: [999] },
};

interface Provocation {
  /** Changes a good request of an operation so that it fails. */
  change(question: Question, operationId: OperationId): Question;
  /** The required failure. Its message is not compared if the contract does not fix the text. */
  readonly expected: ScenarioFailure;
}

const otherWorkspace = (path = ''): string => path.replace('/', 'acme-corp/archive/');

/** How scenarios are provoked on this server. The verifier provokes the others (contract-tests/verify.test.ts). */
const provocations: { readonly [Name in ScenarioName]?: Provocation } = {
  invalidApiKey: { change: (question) => ({ ...question, key: 'sk_live_nobody' }), expected: fail('invalidApiKey') },
  expiredApiKey: { change: (question) => ({ ...question, key: demoKeys.expired }), expected: fail('expiredApiKey') },
  wrongWorkspace: {
    change: (question) => ({ ...question, key: demoKeys.inventory }),
    expected: fail('wrongWorkspace'),
  },
  readOnlyKey: { change: (question) => ({ ...question, key: demoKeys.readOnly }), expected: fail('readOnlyKey') },
  workspaceRestricted: {
    change: (question) => ({ ...question, path: otherWorkspace(question.path), key: demoKeys.archive }),
    expected: fail('workspaceRestricted', { mode: 'read-only' }),
  },
  entityNotFound: {
    change: (question) => ({ ...question, path: question.path?.replace(/^\/\w+/, '/Custoer') ?? '' }),
    expected: fail('entityNotFound', { entityName: 'Custoer' }),
  },
  recordNotFound: {
    change: (question) => ({ ...question, path: question.path?.replace(/\d+$/, '42') ?? '' }),
    expected: fail('recordNotFound', { id: '42' }),
  },
  badRequest: {
    change: (question, operationId) =>
      contract.operations[operationId].takesBody
        ? { ...question, body: '{' }
        : { ...question, path: question.path?.includes('/', 1) ? `${question.path}%zz` : `${question.path}?page=-1` },
    expected: fail('badRequest', { message: '' }),
  },
  uniqueConstraintViolation: {
    change: (question) => ({ ...question, body: { orderNumber: 'ORD-1002', customer_id: 1 } }),
    expected: fail('uniqueConstraintViolation', { column: 'orderNumber', value: 'ORD-1002' }),
  },
  foreignKeyViolation: {
    change: (question) => ({ ...question, body: { orderNumber: 'ORD-2', customer_id: 999 } }),
    expected: fail('foreignKeyViolation', { column: 'customer_id', value: '999', table: 'customers' }),
  },
  validationError: {
    change: (question) => ({ ...question, body: { orderNumber: 'ORD-3', customer_id: null, total: -1 } }),
    expected: fail('validationError', {
      details: [
        { field: 'customer_id', message: 'customer_id is required' },
        { field: 'total', message: 'must be 0 or greater' },
      ],
    }),
  },
  internalError: {
    change: (question) => ({ ...question, headers: { 'x-fault': 'internalError' } }),
    expected: fail('internalError', { message: contract.scenarios.internalError.example }),
  },
  recordReferenced: {
    change: () => ({ method: 'DELETE', path: '/Customer/1' }),
    expected: fail('recordReferenced', { id: 1, column: 'customer_id', table: 'orders' }),
  },
};

describe('the reference server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ faults: true });
  });
  afterAll(async () => server.close());

  it.each(contract.operationIds)('%s succeeds as documented', async (operationId) => {
    const answer = await ask(server, good[operationId]);
    expect(answer).toMatchObject({ status: contract.operations[operationId].success });
    const isDocumented = validators[operationId][answer.status];
    expect(isDocumented === undefined ? answer.text === '' : isDocumented(answer.body)).toBe(true);
  });

  const cells = contract.operationIds.flatMap((operationId) =>
    documentedScenarios(operationId).flatMap((name) => {
      const provocation = provocations[name];
      return provocation === undefined ? [] : [[operationId, name, provocation] as const];
    }),
  );

  it.each(cells)('%s returns %s as documented', async (operationId, name, { change, expected }) => {
    const answer = await ask(server, change(good[operationId], operationId));
    const { error } = toEnvelope(expected);
    const message = contract.scenarios[name].template === null ? expect.any(String) : error.message;
    expect({ status: answer.status, body: answer.body }).toEqual({
      status: expected.status,
      body: { error: { ...error, message } },
    });
    expect(validators[operationId][answer.status]?.(answer.body)).toBe(true);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': expect.any(String) });
    expect(answer.headers['www-authenticate']).toEqual(
      expected.status === 401 ? 'Bearer realm="Workspace API"' : undefined,
    );
  });

  it('is tested with every scenario of the founding page, and with a record that is still referenced', () => {
    const seed = contract.scenarioNames.filter((name) => contract.scenarios[name].basis === 'seed');
    expect(Object.keys(provocations)).toEqual(expect.arrayContaining([...seed, 'recordReferenced']));
  });

  it('returns routeNotFound for a path that belongs to no operation', async () => {
    const expected = fail('routeNotFound', { message: contract.scenarios.routeNotFound.example });
    const { path = '' } = good.getRecord;
    expect(await ask(server, { path: `${path}/1/2` })).toMatchObject({ status: 404, body: toEnvelope(expected) });
  });

  it('reveals nothing about an unexpected error, and logs its cause with the request', async () => {
    server.logged.length = 0;
    const answer = await ask(server, { headers: { 'x-fault': 'internalError', 'x-request-id': 'fault-1' } });
    expect(answer.text).not.toContain('fault');
    const route = '/api/v1/:organization/:workspace/:entityName';
    expect(server.logged).toEqual([{ requestId: 'fault-1', method: 'GET', route, error: expect.any(Error) }]);
  });

  it('ignores the fault header unless it was started with faults', async () => {
    const faultless = await startTestServer();
    expect(await ask(faultless, { headers: { 'x-fault': 'internalError' } })).toMatchObject({ status: 200 });
    await faultless.close();
  });
});

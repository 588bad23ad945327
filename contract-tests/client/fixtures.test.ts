import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createClient } from '../../src/client/index.ts';
import { contract, documentedScenarios } from '../../src/contract/index.ts';
import type { Fixture, FixtureScenario } from '../../src/fixtures/index.ts';
import { failures, failuresOf } from '../../src/fixtures/index.ts';
import type { Mock } from '../../src/mock/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { judgeResponse } from '../../src/traffic/index.ts';

const { operationKeys } = contract;
const ofOperations: readonly Fixture[] = contract.operationIds.flatMap((operation) => [...failuresOf(operation)]);

/** The mock adds an example of a valid path to the message. */
const MESSAGE = 'No operation has this path; an example of a valid path is /api/v1/acme-corp/sales/Customer';
const all: readonly Fixture[] = [...ofOperations, failures.outsideOperations.routeNotFound({ message: MESSAGE })];

/** The same failures, with values that the example of the contract does not have. */
const filled: readonly Fixture[] = [
  failures.createRecord.uniqueConstraintViolation({ column: 'tax id', value: "it's $& {value}" }),
  failures.createRecord.foreignKeyViolation({ column: 'agent_id', value: 7, table: 'agents' }),
  failures.createRecord.validationError({ details: [{ field: 'name', message: 'name is required' }] }),
  failures.updateRecord.workspaceRestricted({ mode: 'maintenance' }),
  failures.deleteRecord.recordReferenced({ id: 12, column: 'agent_id', table: 'tickets' }),
  failures.getRecord.recordNotFound({ id: 12 }),
  failures.getRecord.entityNotFound({ entityName: 'Ticket' }),
  failures.listRecords.badRequest({ message: 'Parameter size must be a whole number from 1 to 100' }),
  failures.outsideOperations.routeNotFound({ message: 'No operation has this path' }),
];

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** Lets the mock return the failure of a fixture. */
function ask({ operation, scenario, status }: Fixture): Promise<Response> {
  if (operation === 'outsideOperations') return fetch(`${mock.url}/nowhere`);
  const { method, path } = contract.operations[operation];
  const url = `${mock.url}/acme-corp/sales${path.replace('{entityName}', 'Customer').replace('{id}', '7')}`;
  return fetch(url, { method, headers: { Prefer: `code=${status}, example=${scenario}` } });
}

describe('the fixtures', () => {
  it('are the failures that the contract documents', () => {
    expect(operationKeys.map((each) => failuresOf(each).map(({ scenario }) => scenario))).toEqual(
      operationKeys.map(documentedScenarios),
    );
    expect(Object.keys(failures)).toEqual(operationKeys);
    const unique = new Set<FixtureScenario>(all.map(({ scenario }) => scenario));
    expect(unique.size).toBe(contract.scenarioNames.length);
  });

  it.each(all)('$scenario of $operation is what the mock sends', async (fixture) => {
    const sent = await ask(fixture);
    const response = fixture.response();
    expect([sent.status, await sent.json()]).toEqual([fixture.status, fixture.body]);
    expect([response.status, await response.json()]).toEqual([fixture.status, fixture.body]);
    // What remains depends on the connection.
    const ignored = ['connection', 'content-length', 'date', 'keep-alive', 'x-request-id'];
    const headers = [...sent.headers].filter(([name]) => !ignored.includes(name));
    const { 'x-request-id': requestId, ...others } = fixture.headers;
    expect(others).toEqual(Object.fromEntries(headers));
    expect(Object.fromEntries(response.headers)).toEqual(fixture.headers);
    expect(requestId).toMatch(/^[\w-]{36}$/);
  });

  it.each([...all, ...filled])('$scenario of $operation keeps the contract', ({ operation, scenario, ...fixture }) => {
    const { status, headers, body } = fixture;
    if (operation === 'outsideOperations') {
      expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'NOT_FOUND' });
      return;
    }
    const judged = judgeResponse(operation, { status, headers, body: JSON.stringify(body) });
    expect({ scenario: judged.scenario, breaches: judged.breaches }).toEqual({ scenario, breaches: [] });
  });

  it('reach the application through the client', async () => {
    const { fetch } = failures.createRecord.uniqueConstraintViolation({ column: 'email', value: 'a@b.c' });
    const client = createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch });
    const body = { email: 'a@b.c' };
    for (let call = 0; call < 2; call++) {
      expect(await client.createRecord({ entityName: 'Customer', body })).toMatchObject({
        ok: false,
        error: { scenario: 'uniqueConstraintViolation', values: { column: 'email', value: 'a@b.c' } },
      });
    }
  });
});

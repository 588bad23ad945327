import { describe, expect, it } from '@jest/globals';

import type { OperationId } from '../../contract/index.ts';
import { contract, readEnvelope, scenarioOf } from '../../contract/index.ts';
import { runMock } from '../testing.ts';
import type { TriggerRow } from './trigger-table.ts';
import { triggerTable } from './trigger-table.ts';

const { send } = runMock();
const rows = triggerTable.filter(({ scenario }) => scenario !== undefined);

const nameOf = ({ part, send: sent }: TriggerRow): string => `${part} ${sent}`;

/** Returns the operation of a path relative to `/api/v1`. */
function operationAt(method: string, path: string): OperationId | undefined {
  const depth = path.split('/').length;
  return contract.operationIds.find(
    (each) =>
      contract.operations[each].method === method && contract.operations[each].path.split('/').length + 2 === depth,
  );
}

describe('the trigger table', () => {
  it.each(rows.map((row) => [nameOf(row), row] as const))('is correct about the %s', async (_name, row) => {
    const { path = '/acme-corp/sales/Customer/1', method = 'GET', ...request } = row.example;
    const { status, body } = await send({ method, path, ...request });
    if (row.scenario === 'success' || row.scenario === undefined) {
      expect(status).toBe(200);
      return;
    }
    const error = readEnvelope(body);
    expect({ status, code: error?.code }).toEqual({
      status: contract.scenarios[row.scenario].status,
      code: contract.scenarios[row.scenario].code,
    });
    const operationId = operationAt(method, path);
    const raised = operationId === undefined ? 'routeNotFound' : scenarioOf(operationId, error?.code, error?.message);
    expect(raised).toBe(row.scenario);
  });

  it('lists every scenario of the contract', () => {
    expect(new Set(rows.map(({ scenario }) => scenario))).toEqual(new Set(['success', ...contract.scenarioNames]));
  });

  it('lists every trigger once', () => {
    expect(new Set(triggerTable.map(nameOf)).size).toBe(triggerTable.length);
  });
});

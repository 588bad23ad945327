import { describe, expect, it } from '@jest/globals';

import { document } from '../../contract/document/index.ts';
import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import { runMock } from '../testing.ts';

const { send } = runMock();
const { examples } = document.components;

const successes = {
  listRecords: ['firstPage'],
  createRecord: ['customer'],
  getRecord: ['customer'],
  updateRecord: ['customer'],
  deleteRecord: [],
  bulkCreateRecords: ['everyItem', 'someItems'],
  bulkUpdateRecords: ['everyItem', 'someItems'],
  bulkDeleteRecords: ['everyItem', 'someItems'],
} as const satisfies Record<OperationId, readonly (keyof typeof examples)[]>;

function summon(operationId: OperationId, prefer: string) {
  const { method, path } = contract.operations[operationId];
  return send({
    method,
    path: `/any/thing${path.replace('{entityName}', 'Whatever').replace('{id}', '404')}`,
    key: null,
    headers: { Prefer: prefer },
  });
}

describe.each(contract.operationIds)('%s, called with Prefer', (operationId) => {
  it.each(contract.operations[operationId].scenarios)(
    'returns exactly the example %s, whatever the request contains',
    async (scenario) => {
      const { status } = contract.scenarios[scenario];
      const answer = await summon(operationId, `code=${status}, example=${scenario}`);
      expect(answer).toMatchObject({ status, body: examples[scenario].value });
      expect(answer.body).toEqual(examples[scenario].value);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="Workspace API"' : null);
    },
  );

  it('returns its success examples', async () => {
    const status = contract.operations[operationId].success;
    expect((await summon(operationId, `code=${status}`)).status).toBe(status);
    for (const name of successes[operationId]) {
      const answer = await summon(operationId, `code=${status}, example=${name}`);
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual(examples[name].value);
    }
  });
});

describe('Prefer', () => {
  it('accepts semicolons, quotes and other preferences', async () => {
    for (const prefer of [
      'code=409; example=uniqueConstraintViolation',
      'return=minimal, Code="409", example="uniqueConstraintViolation"',
      'example=uniqueConstraintViolation',
    ]) {
      const answer = await summon('createRecord', prefer);
      expect(answer.body).toEqual(examples.uniqueConstraintViolation.value);
    }
  });

  it('returns the first example of the status if no example is named', async () => {
    expect((await summon('createRecord', 'code=409')).body).toEqual(examples.workspaceRestricted.value);
  });

  it.each(['code=418', 'code=409, example=nope', 'code=409, example=badRequest', 'example=recordReferenced', 'code=x'])(
    'is refused with %s, and the message lists the valid values',
    async (prefer) => {
      const answer = await summon('createRecord', prefer);
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BAD_REQUEST' } } });
      expect(JSON.stringify(answer.body)).toContain('409 (workspaceRestricted, uniqueConstraintViolation)');
    },
  );
});

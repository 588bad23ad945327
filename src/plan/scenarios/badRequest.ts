import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { Provocation } from '../provocation.ts';

const UNKNOWN_NAME = 'no_such_name';
const TOO_MANY = contract.limits.batch.maximum + 1;

export const badRequest: Provocation<'badRequest'> = {
  malformedBody: {
    basis: 'seed',
    appliesTo: takesBody,
    change: { rawBody: '{"name": ' },
  },
  bodyOfWrongKind: {
    basis: 'seed',
    appliesTo: takesBody,
    change: (_context, operationId) => ({ body: isBulk(operationId) ? {} : [] }),
  },
  emptyBatch: {
    basis: 'api',
    appliesTo: isBulk,
    change: { body: [] },
  },
  oversizedBatch: {
    basis: 'api',
    appliesTo: isBulk,
    // Plus one for the item of the valid request that is changed.
    newValues: TOO_MANY + 1,
    change: (context, operationId) => ({
      body: Array.from({ length: TOO_MANY }, () => context.batchItem(operationId, context.missingId)),
    }),
  },
  negativePage: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'listRecords',
    change: { 'query.page': String(contract.limits.page.minimum - 1) },
  },
  unknownField: {
    basis: 'ours',
    appliesTo: (operationId) => operationId === 'getRecord',
    change: { 'query.fields': UNKNOWN_NAME },
  },
  unknownRelation: {
    basis: 'ours',
    appliesTo: (operationId) => operationId === 'getRecord',
    change: { 'query.expand': UNKNOWN_NAME },
  },
  malformedPath: {
    basis: 'ours',
    change: ({ entity }, operationId) => ({
      rawPath: malformed(contract.operations[operationId].path, entity.name),
    }),
  },
};

function takesBody(operationId: OperationId): boolean {
  return contract.operations[operationId].takesBody;
}

function isBulk(operationId: OperationId): boolean {
  const { body } = contract.operations[operationId];
  return body !== null && body !== 'record';
}

/** Returns the path of an operation with an invalid escape in its last parameter. */
function malformed(path: string, entityName: string): string {
  if (path.includes('{id}')) return path.replace('{entityName}', encodeURIComponent(entityName)).replace('{id}', '%zz');
  return path.replace('{entityName}', '%zz');
}

import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { Provocation } from '../provocation.ts';

const BATCH_LIMIT = 100;
const UNKNOWN_NAME = 'no_such_name';

export const badRequest: Provocation<'badRequest'> = {
  malformedBody: {
    basis: 'seed',
    appliesTo: takesBody,
    provoke: (context, operationId) => ({ request: { ...context.validRequest(operationId), rawBody: '{"name": ' } }),
  },
  bodyOfWrongKind: {
    basis: 'seed',
    appliesTo: takesBody,
    provoke: (context, operationId) => ({
      request: { ...context.validRequest(operationId), body: isBulk(operationId) ? {} : [] },
    }),
  },
  emptyBatch: {
    basis: 'api',
    appliesTo: isBulk,
    provoke: (context, operationId) => ({ request: { ...context.validRequest(operationId), body: [] } }),
  },
  oversizedBatch: {
    basis: 'api',
    appliesTo: isBulk,
    provoke: (context, operationId) => ({
      request: {
        ...context.validRequest(operationId),
        body: Array.from({ length: BATCH_LIMIT + 1 }, () => context.batchItem(operationId, context.missingId)),
      },
    }),
  },
  negativePage: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'listRecords',
    provoke: (context, operationId) => ({ request: { ...context.validRequest(operationId), query: { page: '-1' } } }),
  },
  unknownField: {
    basis: 'ours',
    appliesTo: (operationId) => operationId === 'getRecord',
    provoke: (context, operationId) => ({
      request: { ...context.validRequest(operationId), query: { fields: UNKNOWN_NAME } },
    }),
  },
  unknownRelation: {
    basis: 'ours',
    appliesTo: (operationId) => operationId === 'getRecord',
    provoke: (context, operationId) => ({
      request: { ...context.validRequest(operationId), query: { expand: UNKNOWN_NAME } },
    }),
  },
  malformedPath: {
    basis: 'ours',
    provoke: (context, operationId) => {
      const request = context.validRequest(operationId);
      return { request: { ...request, rawPath: malformed(contract.operations[operationId].path, request.entityName) } };
    },
  },
};

function takesBody(operationId: OperationId): boolean {
  return contract.operations[operationId].takesBody;
}

function isBulk(operationId: OperationId): boolean {
  return contract.operations[operationId].path.endsWith('/bulk');
}

/** The path of an operation with an escape in its last parameter that is none. */
function malformed(path: string, entityName: string): string {
  if (path.includes('{id}')) return path.replace('{entityName}', encodeURIComponent(entityName)).replace('{id}', '%zz');
  return path.replace('{entityName}', '%zz');
}

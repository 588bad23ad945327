import type { OperationId } from '../../contract/index.ts';
import { operations } from '../../contract/index.ts';
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
    provoke: (context, operationId) => ({
      request: { ...context.validRequest(operationId), rawPath: malformed(operations[operationId].path) },
    }),
  },
};

function takesBody(operationId: OperationId): boolean {
  return operations[operationId].takesBody;
}

function isBulk(operationId: OperationId): boolean {
  return operations[operationId].path.endsWith('/bulk');
}

/** The path of an operation with an escape in it that is none. */
function malformed(path: string): string {
  return path.replace('{id}', '%zz').replace('{entityName}', path.includes('{id}') ? 'Any' : '%zz');
}

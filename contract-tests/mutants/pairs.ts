import { fail } from '../../src/contract/index.ts';
import type { Code } from '../../src/contract/index.ts';
import { asked, asksFor, itemsOf, valuesOf, withBody } from './asked.ts';
import { bendErrors, bendRequests, bendStatus, jsonOf } from './bend.ts';
import type { Bending } from './bending.ts';
import { brings, EXPIRED } from './keys.ts';
import type { Mutant } from './mutant.ts';
import { refuse } from './refuse.ts';

/** Failures with the wrong status or code, requests that fail but must succeed, and requests that succeed but must fail. */
export const pairs: readonly Mutant[] = [
  {
    is: 'UNAUTHENTICATED instead of UNAUTHORIZED',
    caughtBy: 'pair',
    bending: recode('UNAUTHORIZED', 'UNAUTHENTICATED'),
  },
  { is: 'a code in lower case', caughtBy: 'pair', bending: recode('NOT_FOUND', 'not_found') },
  { is: 'a code that is a number', caughtBy: 'pair', bending: recode('BAD_REQUEST', 400) },
  { is: 'a code with a prefix', caughtBy: 'pair', bending: recode('FORBIDDEN', 'ERR_FORBIDDEN') },
  {
    is: "its framework's code",
    caughtBy: 'pair',
    bending: recode('INTERNAL_ERROR', 'INTERNAL_SERVER_ERROR'),
  },
  {
    is: "a bad request's code for a broken reference",
    caughtBy: 'pair',
    bending: recode('FOREIGN_KEY_VIOLATION', 'BAD_REQUEST'),
  },
  {
    is: "a broken reference's code for a bad request",
    caughtBy: 'pair',
    bending: recode('BAD_REQUEST', 'FOREIGN_KEY_VIOLATION'),
  },
  {
    is: 'CONFLICT as the code of a duplicate',
    caughtBy: 'pair',
    bending: recode('UNIQUE_CONSTRAINT_VIOLATION', 'CONFLICT'),
  },
  {
    is: "a duplicate's code for a restricted workspace",
    caughtBy: 'pair',
    bending: recode('WORKSPACE_STATUS', 'UNIQUE_CONSTRAINT_VIOLATION'),
  },
  {
    is: 'its own code for a missing entity',
    caughtBy: 'pair',
    bending: bendErrors('NOT_FOUND', (error) =>
      String(error.message).startsWith('Entity') ? { ...error, code: 'ENTITY_NOT_FOUND' } : error,
    ),
  },
  { is: 'a failure in a 200', caughtBy: 'status', bending: restatus(404, 200) },
  { is: '400 for invalid data', caughtBy: 'status', bending: restatus(422, 400) },
  { is: '403 for an invalid key', caughtBy: 'status', bending: restatus(401, 403) },
  { is: '401 for a read-only key', caughtBy: 'status', bending: restatus(403, 401) },
  { is: '410 for a missing record', caughtBy: 'status', bending: restatus(404, 410) },
  { is: '418 for an unexpected error', caughtBy: 'status', bending: restatus(500, 418) },
  { is: '422 for a body that is not JSON', caughtBy: 'status', bending: recodedStatus('BAD_REQUEST', 422) },
  { is: '409 for a broken reference', caughtBy: 'status', bending: recodedStatus('FOREIGN_KEY_VIOLATION', 409) },
  { is: '422 for a duplicate', caughtBy: 'status', bending: recodedStatus('UNIQUE_CONSTRAINT_VIOLATION', 422) },
  { is: '423 for a restricted workspace', caughtBy: 'status', bending: recodedStatus('WORKSPACE_STATUS', 423) },
  {
    is: '403 for an expired key',
    caughtBy: 'status',
    bending: bendStatus(401, (response, request) =>
      brings(request, EXPIRED) ? refuse(fail('readOnlyKey')) : response,
    ),
  },
  {
    is: 'a redirect to its login page for an unauthenticated caller',
    caughtBy: 'status',
    bending: bendStatus(401, ({ headers }) => ({ status: 302, headers: { ...headers, location: '/login' }, body: '' })),
  },
  {
    is: 'an empty list for an unknown entity',
    caughtBy: 'status',
    bending: bendStatus(404, (response, request) =>
      asksFor(request, 'listRecords')
        ? { status: 200, body: '{"data":[],"meta":{"page":0,"size":20,"totalElements":0,"totalPages":0}}' }
        : response,
    ),
  },
  {
    is: 'null for a missing record',
    caughtBy: 'status',
    bending: bendStatus(404, (response, request) =>
      asksFor(request, 'getRecord') ? { status: 200, body: '{"data":null}' } : response,
    ),
  },
  {
    is: 'a success for deleting a missing record',
    caughtBy: 'status',
    bending: bendStatus(404, (response, request) =>
      asksFor(request, 'deleteRecord') ? { status: 204, headers: {}, body: '' } : response,
    ),
  },
  {
    is: 'an update that creates a missing record',
    caughtBy: 'status',
    bending: bendStatus(404, (response, request) =>
      asksFor(request, 'updateRecord')
        ? { status: 201, body: JSON.stringify({ data: { id: 1, ...valuesOf(request) } }) }
        : response,
    ),
  },
  {
    is: 'an unexpected error for a body that is not JSON',
    caughtBy: 'status',
    bending: (real) => async (request) => {
      const response = await real(request);
      const isMalformed = response.status === 400 && jsonOf(`{"body":${request.body}}`) === undefined;
      return isMalformed ? refuse(fail('internalError', { message: 'An unexpected error occurred' })) : response;
    },
  },
  {
    is: 'an array body treated as an empty object',
    caughtBy: 'status',
    bending: bendRequests((request) =>
      asksFor(request, 'createRecord', 'updateRecord') && request.body === '[]' ? withBody(request, {}) : request,
    ),
  },
  {
    is: 'an update that requires every column',
    caughtBy: 'status',
    bending: (real) => async (request) => {
      const values = valuesOf(request);
      const isPartial = asksFor(request, 'updateRecord') && 'email' in values && !('name' in values);
      const detail = { field: 'name', message: 'name is required' };
      return isPartial ? refuse(fail('validationError', { details: [detail] })) : real(request);
    },
  },
  {
    is: 'the first page for a negative page number',
    caughtBy: 'status',
    bending: bendRequests((request) => ({ ...request, path: request.path.replace('page=-1', 'page=0') })),
  },
  {
    is: 'batches of any size',
    caughtBy: 'status',
    bending: bendRequests((request) => {
      const items = asked(request)?.operationId.startsWith('bulk') ? itemsOf(request) : [];
      return items.length > 100 ? withBody(request, items.slice(0, 100)) : request;
    }),
  },
  {
    is: 'a success for an empty batch',
    caughtBy: 'status',
    bending: bendStatus(400, (response, request) =>
      asked(request)?.operationId.startsWith('bulk') && request.body === '[]'
        ? { status: 200, body: '{"succeeded":0,"failed":0}' }
        : response,
    ),
  },
];

/** Replaces one code with another. */
function recode(code: Code, other: unknown): Bending {
  return bendErrors(code, (error) => ({ ...error, code: other }));
}

/** Replaces one status with another. */
function restatus(status: number, other: number): Bending {
  return bendStatus(status, () => ({ status: other }));
}

/** Sets the status of the failures with the given code. */
function recodedStatus(code: Code, status: number): Bending {
  return (real) => async (request) => {
    const response = await real(request);
    return response.body.includes(`"${code}"`) ? { ...response, status } : response;
  };
}

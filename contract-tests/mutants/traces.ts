import { Aliases } from './aliases.ts';
import { asked, asksFor, itemsOf, valuesOf, withBody } from './asked.ts';
import type { Bending, BentRequest, Server } from './bending.ts';
import { doIt, evenThough, refusedWith } from './even-though.ts';
import { READ_WRITE, withKey } from './keys.ts';
import type { Mutant } from './mutant.ts';
import { refuse } from './refuse.ts';
import { isIn, moved } from './workspaces.ts';
import { fail } from '../../src/contract/index.ts';

/** Writes that are rejected but still have a side effect. */
export const traces: readonly Mutant[] = [
  trace('a create rejected with 401 but stored', evenThough(refusedWith(401, 'createRecord'), doIt)),
  trace('a create rejected with 403 but stored', evenThough(refusedWith(403, 'createRecord'), doIt)),
  trace(
    'a create rejected with 422 but stored',
    evenThough(refusedWith(422, 'createRecord'), (request, real) =>
      real(withBody(request, { name: 'Unknown', ...valuesOf(request) })),
    ),
  ),
  trace('a create rejected with 409 but stored', storesDuplicates('createRecord')),
  trace(
    'a create rejected for its reference but stored',
    evenThough(refusedWith(400, 'createRecord'), (request, real) =>
      real(withBody(request, { ...valuesOf(request), customer_id: 1 })),
    ),
  ),
  trace('a create rejected for the access mode but stored', (real) => async (request) => {
    const response = await real(request);
    if (response.status === 409 && isIn(request, 'archive') && asksFor(request, 'createRecord'))
      await real(moved(request));
    return response.status === 200 && isIn(request, 'archive') ? real(moved(request)) : response;
  }),
  trace('an update rejected with 401 but applied', evenThough(refusedWith(401, 'updateRecord'), doIt)),
  trace('an update rejected with 403 but applied', evenThough(refusedWith(403, 'updateRecord'), doIt)),
  trace('an update rejected with 409 but applied', storesDuplicates('updateRecord')),
  trace('an update rejected with 422 that changes the record', evenThough(refusedWith(422, 'updateRecord'), change)),
  trace(
    'an update rejected for its body that changes the record',
    evenThough(refusedWith(400, 'updateRecord'), change),
  ),
  trace(
    'an update rejected for its reference that changes the record',
    evenThough(
      ({ request, response }) => refusedWith(400, 'updateRecord')({ request, response }) && isOf(request, 'Order'),
      (request, real) => real(withBody(request, { orderNumber: `ORD-${asked(request)?.id}` })),
    ),
  ),
  trace(
    'an update rejected with 403 that changes a column that was never sent',
    evenThough(refusedWith(403, 'updateRecord'), (request, real) =>
      real(withKey(withBody(request, { website: 'https://example.com/changed' }), READ_WRITE)),
    ),
  ),
  trace('a delete rejected with 401 but executed', evenThough(refusedWith(401, 'deleteRecord'), doIt)),
  trace('a delete rejected with 403 but executed', evenThough(refusedWith(403, 'deleteRecord'), doIt)),
  trace('a delete rejected for a reference but executed', (real) => {
    const gone = new Set<string>();
    return async (request) => {
      const response = await real(request);
      const { id } = asked(request) ?? {};
      if (id === undefined || !isOf(request, 'Customer')) return response;
      if (refusedWith(400, 'deleteRecord')({ request, response })) gone.add(id);
      return response.status === 200 && gone.has(id) ? refuse(fail('recordNotFound', { id })) : response;
    };
  }),
  trace('a bulk create rejected with 401 but executed', evenThough(refusedWith(401, 'bulkCreateRecords'), doIt)),
  trace('a bulk create rejected with 403 but executed', evenThough(refusedWith(403, 'bulkCreateRecords'), doIt)),
  trace('a bulk update rejected with 403 but executed', evenThough(refusedWith(403, 'bulkUpdateRecords'), doIt)),
  trace('a bulk delete rejected with 403 but executed', evenThough(refusedWith(403, 'bulkDeleteRecords'), doIt)),
  trace(
    'the first item of an oversized batch stored although the batch is rejected',
    evenThough(refusedWith(400, 'bulkCreateRecords'), (request, real) =>
      real(withBody(request, itemsOf(request).slice(0, 1))),
    ),
  ),
  trace('the unique value of a rejected create reserved forever', (real) => {
    const taken = new Set<unknown>();
    return async (request) => {
      if (!asksFor(request, 'createRecord')) return real(request);
      const { email } = valuesOf(request);
      if (taken.has(email)) return refuse(fail('uniqueConstraintViolation', { column: 'email', value: String(email) }));
      const response = await real(request);
      if (response.status === 422) taken.add(email);
      return response;
    };
  }),
];

function trace(is: string, bending: Bending): Mutant {
  return { is, caughtBy: 'no-trace', bending };
}

/** Rejects duplicates with 409 but stores them. */
function storesDuplicates(operationId: 'createRecord' | 'updateRecord'): Bending {
  return (real) => {
    const aliases = new Aliases();
    return evenThough(refusedWith(409, operationId), (request) => {
      const values = valuesOf(request);
      return real(withBody(request, { ...values, email: aliases.add(values.email) }));
    })(aliases.over(real));
  };
}

function change(request: BentRequest, real: Server): Promise<unknown> {
  return real(withBody(request, { name: 'Somebody else' }));
}

function isOf(request: BentRequest, entityName: string): boolean {
  return asked(request)?.entityName === entityName;
}

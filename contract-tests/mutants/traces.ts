import { Aliases } from './aliases.ts';
import { asked, asksFor, itemsOf, valuesOf, withBody } from './asked.ts';
import type { Bending, BentRequest, Server } from './bending.ts';
import { doIt, evenThough, refusedWith } from './even-though.ts';
import type { Mutant } from './mutant.ts';
import { refuse } from './refuse.ts';
import { isIn, moved } from './workspaces.ts';
import { fail } from '../../src/contract/index.ts';

/** Writes that are refused and leave a trace all the same. */
export const traces: readonly Mutant[] = [
  trace('a create refused with 401 stored all the same', evenThough(refusedWith(401, 'createRecord'), doIt)),
  trace('a create refused with 403 stored all the same', evenThough(refusedWith(403, 'createRecord'), doIt)),
  trace(
    'a create refused with 422 stored all the same',
    evenThough(refusedWith(422, 'createRecord'), (request, real) =>
      real(withBody(request, { name: 'Nobody', ...valuesOf(request) })),
    ),
  ),
  trace('a create refused with 409 stored all the same', storesDuplicates('createRecord')),
  trace(
    'a create refused for its reference stored all the same',
    evenThough(refusedWith(400, 'createRecord'), (request, real) =>
      real(withBody(request, { ...valuesOf(request), customer_id: 1 })),
    ),
  ),
  trace('a create refused by the access mode stored all the same', (real) => async (request) => {
    const response = await real(request);
    if (response.status === 409 && isIn(request, 'archive') && asksFor(request, 'createRecord'))
      await real(moved(request));
    return response.status === 200 && isIn(request, 'archive') ? real(moved(request)) : response;
  }),
  trace('an update refused with 401 made all the same', evenThough(refusedWith(401, 'updateRecord'), doIt)),
  trace('an update refused with 403 made all the same', evenThough(refusedWith(403, 'updateRecord'), doIt)),
  trace('an update refused with 409 made all the same', storesDuplicates('updateRecord')),
  trace('an update refused with 422 that changes the record', evenThough(refusedWith(422, 'updateRecord'), change)),
  trace('an update refused for its body that changes the record', evenThough(refusedWith(400, 'updateRecord'), change)),
  trace(
    'an update refused for its reference that changes the record',
    evenThough(
      ({ request, response }) => refusedWith(400, 'updateRecord')({ request, response }) && isOf(request, 'Order'),
      (request, real) => real(withBody(request, { orderNumber: `ORD-${asked(request)?.id}` })),
    ),
  ),
  trace('a delete refused with 401 done all the same', evenThough(refusedWith(401, 'deleteRecord'), doIt)),
  trace('a delete refused with 403 done all the same', evenThough(refusedWith(403, 'deleteRecord'), doIt)),
  trace('a delete refused for a reference done all the same', (real) => {
    const gone = new Set<string>();
    return async (request) => {
      const response = await real(request);
      const { id } = asked(request) ?? {};
      if (id === undefined || !isOf(request, 'Customer')) return response;
      if (refusedWith(400, 'deleteRecord')({ request, response })) gone.add(id);
      return response.status === 200 && gone.has(id) ? refuse(fail('recordNotFound', { id })) : response;
    };
  }),
  trace('a bulk create refused with 401 done all the same', evenThough(refusedWith(401, 'bulkCreateRecords'), doIt)),
  trace('a bulk create refused with 403 done all the same', evenThough(refusedWith(403, 'bulkCreateRecords'), doIt)),
  trace('a bulk update refused with 403 done all the same', evenThough(refusedWith(403, 'bulkUpdateRecords'), doIt)),
  trace('a bulk delete refused with 403 done all the same', evenThough(refusedWith(403, 'bulkDeleteRecords'), doIt)),
  trace(
    'the first item of a batch that is too large stored all the same',
    evenThough(refusedWith(400, 'bulkCreateRecords'), (request, real) =>
      real(withBody(request, itemsOf(request).slice(0, 1))),
    ),
  ),
  trace('the unique value of a refused create taken for ever', (real) => {
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

/** Refuses duplicates with 409 and stores them. */
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

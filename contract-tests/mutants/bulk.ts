import type { ErrorObject } from '../../src/contract/index.ts';
import { fail, isObject } from '../../src/contract/index.ts';
import { Aliases } from './aliases.ts';
import { asksFor, idIn, itemsOf, withBody } from './asked.ts';
import { bendBodies, bendRequests, jsonOf } from './bend.ts';
import type { Bending, BentRequest, BentResponse, Server } from './bending.ts';
import type { Mutant } from './mutant.ts';
import { refuse } from './refuse.ts';

/** Batches whose response does not match what was stored. */
export const bulk: readonly Mutant[] = [
  batch(
    'batches that stop at the first item that fails',
    bendBatches(({ request, items, real }) => stopping(request, items, real)),
  ),
  batch(
    'batches that reject all items when one fails',
    allOrNothing((items) => ({ succeeded: 0, failed: items.length })),
  ),
  batch(
    'batches that roll back when one item fails but report partial success',
    allOrNothing((_items, honest) => honest),
  ),
  batch('index 0 for every item that fails', (real) => async (request) => {
    const response = await real(request);
    const errors = failuresOf(response).map((failure) => ({ ...failure, index: 0 }));
    return errors.length === 0 ? response : { ...response, body: JSON.stringify({ ...jsonOf(response.body), errors }) };
  }),
  batch('an unexpected error for a batch with the same unique value twice', (real) => async (request) => {
    const emails = itemsOf(request).map((item) => (isObject(item) ? item.email : undefined));
    const isTwin = asksFor(request, 'bulkCreateRecords') && emails.length === 2 && emails[0] === emails[1];
    return isTwin ? refuse(fail('internalError', { message: 'An unexpected error occurred' })) : real(request);
  }),
  batch('422 for a batch in which an item fails', (real) => async (request) => {
    const response = await real(request);
    return failuresOf(response).length === 0 ? response : { ...response, status: 422 };
  }),
  batch('batches that store the items that fail', (real) => async (request) => {
    const response = await real(request);
    if (!asksFor(request, 'bulkCreateRecords')) return response;
    const failed = itemsOf(request).filter((_item, index) => failuresOf(response).some((each) => each.index === index));
    for (const item of failed.filter(isObject)) await createOne(request, { ...item, age: 0 }, real);
    return response;
  }),
  batch('batches that store the same unique value twice', (real) => {
    const aliases = new Aliases();
    const server = aliases.over(real);
    return async (request) => {
      const response = await server(request);
      if (!asksFor(request, 'bulkCreateRecords')) return response;
      const emails = itemsOf(request).map((item) => (isObject(item) ? item.email : undefined));
      for (const [index, item] of itemsOf(request).entries()) {
        const isSecond = emails.indexOf(emails[index]) < index;
        if (isObject(item) && isSecond) await createOne(request, { ...item, email: aliases.add(item.email) }, server);
      }
      return response;
    };
  }),
  batch(
    'bulk creates that drop a column',
    bendItems('bulkCreateRecords', ({ age: _age, ...item }) => item),
  ),
  batch(
    'bulk updates that change nothing',
    bendItems('bulkUpdateRecords', ({ id }) => ({ id })),
  ),
  batch(
    'bulk updates that clear the columns not sent',
    bendItems('bulkUpdateRecords', (item) => ({ age: null, ...item })),
  ),
  batch(
    'bulk updates that validate nothing',
    bendItems('bulkUpdateRecords', (item) => ('age' in item ? { ...item, age: 0 } : item)),
  ),
  batch(
    'bulk updates that do not check references',
    bendItems('bulkUpdateRecords', (item) => ('customer_id' in item ? { ...item, customer_id: 1 } : item)),
  ),
  batch(
    'a limit of 99 items per batch',
    (real) => async (request) =>
      asksFor(request, 'bulkDeleteRecords') && itemsOf(request).length === 100
        ? refuse(fail('badRequest', { message: 'Too many items' }))
        : real(request),
  ),
  batch('bulk updates to a taken value that are rejected but stored', (real) => {
    const aliases = new Aliases();
    const server = aliases.over(real);
    return async (request) => {
      const response = await server(request);
      if (!asksFor(request, 'bulkUpdateRecords')) return response;
      const items = itemsOf(request);
      const taken = failuresOf(response)
        .filter(({ error }) => error.code === 'UNIQUE_CONSTRAINT_VIOLATION')
        .flatMap(({ index }) => items[index] ?? [])
        .filter(isObject)
        .map((item) => ({ ...item, email: aliases.add(item.email) }));
      if (taken.length > 0) await server(withBody(request, taken));
      return response;
    };
  }),
  batch('bulk deletes that delete nothing', (real) => async (request) => {
    if (!asksFor(request, 'bulkDeleteRecords')) return real(request);
    const found = await Promise.all(
      itemsOf(request).map((id) => real({ ...request, method: 'GET', path: pathOf(request, id), body: '' })),
    );
    const succeeded = found.filter(({ status }) => status === 200).length;
    return succeeded === 0 ? real(request) : answer({ succeeded, failed: found.length - succeeded });
  }),
  batch(
    'batches that count failed items as succeeded',
    bendBodies(
      ({ failed }) => Number(failed) > 0,
      (json) => ({ ...json, succeeded: Number(json.succeeded) + Number(json.failed) }),
    ),
  ),
];

function batch(is: string, bending: Bending): Mutant {
  return { is, caughtBy: 'bulk-read-back', bending };
}

interface Batch {
  readonly request: BentRequest;
  readonly items: readonly unknown[];
  readonly real: Server;
}

/** Runs batches with `run`. Batches with fewer than two items or more than 100 go to the real server. */
function bendBatches(run: (batch: Batch) => Promise<BentResponse>): Bending {
  return (real) => async (request) => {
    const isBatch = asksFor(request, 'bulkCreateRecords', 'bulkUpdateRecords', 'bulkDeleteRecords');
    const items = isBatch ? itemsOf(request) : [];
    return items.length < 2 || items.length > 100 ? real(request) : run({ request, items, real });
  };
}

async function stopping(request: BentRequest, items: readonly unknown[], real: Server): Promise<BentResponse> {
  for (const [index, item] of items.entries()) {
    const response = await real(withBody(request, [item]));
    if (response.status !== 200) return response;
    const [failure] = failuresOf(response);
    if (failure === undefined) continue;
    return answer({ succeeded: index, failed: items.length - index, errors: [{ ...failure, index }] });
  }
  return answer({ succeeded: items.length, failed: 0 });
}

/** Rolls a bulk create back if any item fails. */
function allOrNothing(
  say: (items: readonly unknown[], honest: { succeeded: number; failed: number }) => object,
): Bending {
  return bendBatches(async ({ request, items, real }) => {
    if (!asksFor(request, 'bulkCreateRecords')) return real(request);
    // An empty batch shows whether the request itself is acceptable: its size is the last thing that is validated.
    const trial = await real(withBody(request, []));
    if (trial.status !== 400) return trial;
    const answers = [];
    for (const item of items) answers.push(await createOne(request, item, real));
    const created = answers.flatMap(({ status, body }) => (status === 201 ? (idIn(body) ?? []) : []));
    const honest = { succeeded: created.length, failed: items.length - created.length };
    if (honest.failed === 0) return answer(honest);
    for (const id of created) await real({ ...request, method: 'DELETE', path: pathOf(request, id), body: '' });
    return answer(say(items, honest));
  });
}

function createOne(request: BentRequest, item: unknown, real: Server): Promise<BentResponse> {
  return real(withBody({ ...request, path: request.path.replace('/bulk', '') }, item));
}

function pathOf(request: BentRequest, id: unknown): string {
  return request.path.replace('/bulk', `/${id}`);
}

function bendItems(
  operationId: 'bulkCreateRecords' | 'bulkUpdateRecords',
  bend: (item: Record<string, unknown>) => unknown,
): Bending {
  return bendRequests((request) =>
    asksFor(request, operationId) && itemsOf(request).length > 0
      ? withBody(
          request,
          itemsOf(request).map((item) => (isObject(item) ? bend(item) : item)),
        )
      : request,
  );
}

function answer(result: object): BentResponse {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) };
}

function failuresOf({ body }: BentResponse): readonly { readonly index: number; readonly error: ErrorObject }[] {
  const errors = jsonOf(body)?.errors;
  return Array.isArray(errors) ? errors : [];
}

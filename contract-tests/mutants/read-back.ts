import { isObject } from '../../src/contract/index.ts';
import { asked, asksFor, idIn, valuesOf, withBody } from './asked.ts';
import { bendPages, bendRecords, bendRequests, jsonOf } from './bend.ts';
import type { Bending, BentRequest, BentResponse } from './bending.ts';
import type { Mutant } from './mutant.ts';

/** Writes that succeed but do not store what they report. */
export const readBack: readonly Mutant[] = [
  unlike('creates that store nothing', (real) => async (request) => {
    const response = await real(request);
    const id = response.status === 201 ? idIn(response.body) : undefined;
    if (id !== undefined) await real({ ...request, method: 'DELETE', path: `${request.path}/${id}`, body: '' });
    return response;
  }),
  unlike(
    'creates that drop a column',
    bendValues('createRecord', ({ age: _age, ...values }) => values),
  ),
  unlike(
    'creates that round a number',
    bendValues('createRecord', (values) => rounded(values)),
  ),
  unlike(
    'creates that truncate text',
    bendValues('createRecord', (values) => ({ ...values, name: 'Jane' })),
  ),
  unlike('creates that return what was sent but store a different value', (real) => async (request) => {
    const response = await bendValues('createRecord', (values) => rounded(values))(real)(request);
    const data = response.status === 201 ? jsonOf(response.body)?.data : undefined;
    return isObject(data)
      ? { ...response, body: JSON.stringify({ data: { ...data, ...valuesOf(request) } }) }
      : response;
  }),
  unlike(
    'integers that come back as strings',
    bendRecords((record) => (typeof record.age === 'number' ? { ...record, age: String(record.age) } : record)),
  ),
  unlike('updates that change nothing', (real) => async (request) => {
    if (!asksFor(request, 'updateRecord')) return real(request);
    const probe = await real({ ...request, method: 'GET', body: '' });
    const data = probe.status === 200 ? jsonOf(probe.body)?.data : undefined;
    return isObject(data)
      ? { ...probe, body: JSON.stringify({ data: { ...data, ...valuesOf(request) } }) }
      : real(request);
  }),
  unlike(
    'partial updates that clear the columns not sent',
    bendValues('updateRecord', (values) => ('email' in values ? { age: null, ...values } : values)),
  ),
  unlike('updates that return the record as it was before', (real) => async (request) => {
    if (!asksFor(request, 'updateRecord')) return real(request);
    const before = await real({ ...request, method: 'GET', body: '' });
    const response = await real(request);
    return response.status === 200 ? before : response;
  }),
  unlike('updates that change every record', (real) => {
    const created = new Set<string>();
    return async (request) => {
      const response = await remembering(created, request, real(request));
      if (asksFor(request, 'updateRecord') && response.status === 200) {
        for (const path of created) await real(withBody({ ...request, path }, { age: 99 }));
      }
      return response;
    };
  }),
  unlike('deletes that delete nothing', (real) => async (request) => {
    if (!asksFor(request, 'deleteRecord')) return real(request);
    const response = await real({ ...request, method: 'GET', body: '' });
    return response.status === 200 ? { status: 204, headers: response.headers, body: '' } : real(request);
  }),
  unlike('deletes that delete every record', (real) => {
    const created = new Set<string>();
    return async (request) => {
      const response = await remembering(created, request, real(request));
      if (asksFor(request, 'deleteRecord') && response.status === 204) {
        for (const path of created) await real({ ...request, path });
      }
      return response;
    };
  }),
  unlike('deleted records that can still be read', (real) => {
    const deleted = new Map<string, BentResponse>();
    return async (request) => {
      const { path } = request;
      if (asksFor(request, 'deleteRecord')) {
        const before = await real({ ...request, method: 'GET', body: '' });
        if (before.status === 200) deleted.set(path, before);
      }
      const response = await real(request);
      return asksFor(request, 'getRecord') && response.status === 404 ? (deleted.get(path) ?? response) : response;
    };
  }),
  unlike('deleted records that can be deleted again', (real) => {
    const deleted = new Set<string>();
    return async (request) => {
      const response = await real(request);
      if (!asksFor(request, 'deleteRecord')) return response;
      if (response.status === 204) deleted.add(request.path);
      return response.status === 404 && deleted.has(request.path) ? { status: 204, headers: {}, body: '' } : response;
    };
  }),
  unlike('deleted records that can be updated', (real) => {
    const deleted = new Set<string>();
    return async (request) => {
      const { path } = request;
      const response = await real(request);
      if (asksFor(request, 'deleteRecord') && response.status === 204) deleted.add(path);
      if (!asksFor(request, 'updateRecord') || response.status !== 404 || !deleted.has(path)) return response;
      const data = { id: Number(asked(request)?.id), ...valuesOf(request) };
      return { ...response, status: 200, body: JSON.stringify({ data }) };
    };
  }),
  unlike(
    'lists whose totals count only the current page',
    bendPages(({ data, meta }) => ({
      data,
      meta: { ...meta, totalElements: data.length, totalPages: Math.ceil(data.length / Number(meta.size)) },
    })),
  ),
  unlike('reads from a cache that is never invalidated', (real) => {
    const cache = new Map<string, BentResponse>();
    return async (request) => {
      if (!asksFor(request, 'getRecord')) return real(request);
      const key = `${request.headers.authorization} ${request.path}`;
      const response = cache.get(key) ?? (await real(request));
      if (response.status === 200) cache.set(key, response);
      return response;
    };
  }),
];

function unlike(is: string, bending: Bending): Mutant {
  return { is, caughtBy: 'read-back', bending };
}

/** Changes the values of a request before they are stored. */
function bendValues(
  operationId: 'createRecord' | 'updateRecord',
  bend: (values: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Bending {
  return bendRequests((request) => {
    const values = valuesOf(request);
    return asksFor(request, operationId) && Object.keys(values).length > 0 ? withBody(request, bend(values)) : request;
  });
}

/** Returns the values with `age`, if there is one, truncated to a multiple of 10. */
function rounded(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return typeof values.age === 'number' && values.age > 0
    ? { ...values, age: Math.trunc(values.age / 10) * 10 }
    : values;
}

/** Adds the path of each created customer to `created`. */
async function remembering(
  created: Set<string>,
  request: BentRequest,
  answer: Promise<BentResponse>,
): Promise<BentResponse> {
  const response = await answer;
  const id = response.status === 201 && asked(request)?.entityName === 'Customer' ? idIn(response.body) : undefined;
  if (id !== undefined) created.add(`${request.path}/${id}`);
  return response;
}

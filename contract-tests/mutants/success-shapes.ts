import { isObject } from '../../src/contract/index.ts';
import { asksFor, valuesOf } from './asked.ts';
import { bendBodies, bendPages, bendRecords, bendRequests, bendResponses, bendStatus, jsonOf } from './bend.ts';
import type { Mutant } from './mutant.ts';

/** Success responses that do not match the contract. */
export const successShapes: readonly Mutant[] = [
  { is: '200 for a create', caughtBy: 'status', bending: bendStatus(201, () => ({ status: 200 })) },
  {
    is: '204 for an update',
    caughtBy: 'status',
    bending: bendStatus(200, (response, request) =>
      asksFor(request, 'updateRecord') ? { status: 204, headers: {}, body: '' } : response,
    ),
  },
  {
    is: '200 for a delete',
    caughtBy: 'status',
    bending: bendStatus(204, ({ headers }) => ({
      status: 200,
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"deleted":true}',
    })),
  },
  {
    is: '202 for a batch',
    caughtBy: 'status',
    bending: bendStatus(200, (response, request) =>
      asksFor(request, 'bulkCreateRecords', 'bulkUpdateRecords', 'bulkDeleteRecords') ? { status: 202 } : response,
    ),
  },
  {
    is: '404 for a page past the end',
    caughtBy: 'status',
    bending: bendResponses((response) => {
      const data = jsonOf(response.body)?.data;
      const isEmpty = Array.isArray(data) && data.length === 0;
      return isEmpty
        ? { ...response, status: 404, body: '{"error":{"code":"NOT_FOUND","message":"No such page"}}' }
        : response;
    }),
  },
  {
    is: 'an empty body on a create',
    caughtBy: 'body',
    bending: bendStatus(201, ({ headers }) => ({ headers: { ...headers, location: '/1' }, body: '' })),
  },
  {
    is: 'a record without data around it',
    caughtBy: 'body',
    bending: bendBodies(
      ({ data }) => isObject(data),
      ({ data }) => data,
    ),
  },
  {
    is: 'a list of one record instead of a record',
    caughtBy: 'body',
    bending: bendRecords((record) => [record]),
  },
  {
    is: 'ids that are strings',
    caughtBy: 'body',
    bending: bendRecords((record) => ({ ...record, id: String(record.id) })),
  },
  {
    is: 'records without an id',
    caughtBy: 'body',
    bending: bendPages(({ data, meta }) => ({
      data: data.map((each) => ({ ...(isObject(each) ? each : {}), id: undefined })),
      meta,
    })),
  },
  {
    is: 'a different record than the one requested',
    caughtBy: 'record',
    bending: bendRecords((record, { method }) => (method === 'GET' ? { ...record, id: 77 } : record)),
  },
  {
    is: 'updates that return only what was sent',
    caughtBy: 'record',
    bending: bendRecords((record, request) =>
      asksFor(request, 'updateRecord') ? { id: record.id, ...valuesOf(request) } : record,
    ),
  },
  {
    is: 'creates that return only the id',
    caughtBy: 'record',
    bending: bendRecords((record, request) => (asksFor(request, 'createRecord') ? { id: record.id } : record)),
  },
  {
    is: 'columns spelled differently',
    caughtBy: 'record',
    bending: bendRecords(({ name, ...record }) => ({ ...record, Name: name })),
  },
  {
    is: 'a list without data around it',
    caughtBy: 'body',
    bending: bendPages(({ data }) => data),
  },
  {
    is: 'a list without meta',
    caughtBy: 'body',
    bending: bendPages(({ data }) => ({ data })),
  },
  {
    is: 'null instead of an empty page',
    caughtBy: 'body',
    bending: bendPages(({ data, meta }) => ({ data: data.length === 0 ? null : data, meta })),
  },
  {
    is: 'counts that are strings',
    caughtBy: 'body',
    bending: bendPages(({ data, meta }) => ({ data, meta: { ...meta, totalElements: String(meta.totalElements) } })),
  },
  {
    is: 'pages that count from 1',
    caughtBy: 'page',
    bending: bendPages(({ data, meta }) => ({ data, meta: { ...meta, page: Number(meta.page) + 1 } })),
  },
  {
    is: 'pages of a fixed size, whatever was requested',
    caughtBy: 'page',
    bending: bendRequests((request) => ({ ...request, path: request.path.replace(/size=\d+/, 'size=20') })),
  },
  {
    is: 'more records on a page than its size',
    caughtBy: 'page',
    bending: bendPages(({ data, meta }) => ({ data: data.length > 0 ? [...data, ...data] : data, meta })),
  },
  {
    is: 'a wrong number of pages',
    caughtBy: 'page',
    bending: bendPages(({ data, meta }) => ({ data, meta: { ...meta, totalPages: Number(meta.totalPages) + 1 } })),
  },
  {
    is: 'a total that counts only the records of the page',
    caughtBy: 'page',
    bending: bendPages(({ data, meta }) => ({ data, meta: { ...meta, totalElements: data.length } })),
  },
  {
    is: 'the first page for one past the end',
    caughtBy: 'page',
    bending: (real) => async (request) => {
      const response = await real(request);
      const data = asksFor(request, 'listRecords') ? jsonOf(response.body)?.data : undefined;
      if (!Array.isArray(data) || data.length > 0) return response;
      const first = jsonOf((await real({ ...request, path: request.path.replace(/page=\d+/, 'page=0') })).body);
      return { ...response, body: JSON.stringify({ ...jsonOf(response.body), data: first?.data }) };
    },
  },
  {
    is: 'batches that do not report how many items succeeded',
    caughtBy: 'body',
    bending: bendBodies(
      ({ succeeded }) => succeeded !== undefined,
      ({ failed }) => ({ failed }),
    ),
  },
  {
    is: 'batches that count as one success',
    caughtBy: 'bulk-result',
    bending: bendBodies(
      ({ succeeded }) => Number(succeeded) > 1,
      (json) => ({ ...json, succeeded: 1 }),
    ),
  },
  {
    is: 'batches that list errors although no item failed',
    caughtBy: 'bulk-result',
    bending: bendBodies(
      ({ failed }) => failed === 0,
      (json) => ({
        ...json,
        errors: [{ index: 0, error: { code: 'INTERNAL_ERROR', message: 'An unexpected error occurred' } }],
      }),
    ),
  },
];

import { pickFields } from '../../workspace/index.ts';
import { expandRecords } from '../expand-records.ts';
import type { Operation } from '../operation.ts';
import { expansion, fields, filters, sort, wholeNumber } from '../parameters.ts';

/** One page of the records of an entity. */
export const listRecords: Operation = async ({ store, collection, query }) => {
  const page = wholeNumber(query, 'page', { minimum: 0, maximum: Number.MAX_SAFE_INTEGER, byDefault: 0 });
  const size = wholeNumber(query, 'size', { minimum: 1, maximum: 100, byDefault: 20 });
  const asked = { filters: filters(query, collection), sort: sort(query, collection), page, size };
  const relations = expansion(query, collection);
  const paths = fields(query, collection);
  const { records, totalElements } = await store.list(collection, asked);
  const expanded = await expandRecords(store, collection, records, relations);
  return {
    data: expanded.map((record) => pickFields(record, paths)),
    meta: { page, size, totalElements, totalPages: Math.ceil(totalElements / size) },
  };
};

import type { Operation } from '../operation.ts';
import { refuseUnsupported, wholeNumber } from '../parameters.ts';

/** One page of the records of an entity. */
export const listRecords: Operation = async ({ store, collection, query }) => {
  const page = wholeNumber(query, 'page', { minimum: 0, maximum: Number.MAX_SAFE_INTEGER, byDefault: 0 });
  const size = wholeNumber(query, 'size', { minimum: 1, maximum: 100, byDefault: 20 });
  refuseUnsupported(query, ['sort', 'filter', 'fields', 'expand']);
  const { records, totalElements } = await store.list(collection, page, size);
  return { data: records, meta: { page, size, totalElements, totalPages: Math.ceil(totalElements / size) } };
};

import { contract } from '../../contract/index.ts';
import { pickFields } from '../../workspace/index.ts';
import { requireRecord } from '../request/body.ts';
import { expansion, fields, filters, sort, wholeNumber } from '../request/parameters.ts';
import { expandRecords } from './expand-records.ts';
import type { Operation } from './operation.ts';
import { listSmallPage } from './response-size.ts';
import { changeRecord, readRecord, removeRecord, writeNewRecord } from './record-steps.ts';

/** Returns one page of the records of an entity. */
export const listRecords: Operation = async ({ store, collection, query }) => {
  const page = wholeNumber(query, 'page', contract.limits.page);
  const size = wholeNumber(query, 'size', contract.limits.size);
  const asked = { filters: filters(query, collection), sort: sort(query, collection), page, size };
  const relations = expansion(query, collection);
  const paths = fields(query, collection);
  const { records, totalElements } = await listSmallPage(store, collection, asked, 'size');
  const expanded = await expandRecords(store, collection, records, relations);
  return {
    data: expanded.map((record) => pickFields(record, paths)),
    meta: { page, size, totalElements, totalPages: Math.ceil(totalElements / size) },
  };
};

/** Creates one record and returns it as it was stored. */
export const createRecord: Operation = (request) =>
  writeNewRecord(request, requireRecord(request.body)).then((data) => ({ data }));

/** Returns one record. */
export const getRecord: Operation = async (request) => {
  const { store, collection, query, id } = request;
  const relations = expansion(query, collection);
  const paths = fields(query, collection);
  const record = await readRecord(request, id);
  const [expanded = record] = await expandRecords(store, collection, [record], relations);
  return { data: pickFields(expanded, paths) };
};

/** Updates the columns that were sent and returns the whole record. */
export const updateRecord: Operation = async (request) => ({
  data: await changeRecord(request, request.id, requireRecord(request.body)),
});

/** Deletes one record. */
export const deleteRecord: Operation = async (request) => {
  await removeRecord(request, request.id);
};

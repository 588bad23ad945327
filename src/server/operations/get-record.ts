import { pickFields } from '../../workspace/index.ts';
import { expandRecords } from '../expand-records.ts';
import type { Operation } from '../operation.ts';
import { expansion, fields } from '../parameters.ts';
import { readRecord } from '../record.ts';

/** One record. */
export const getRecord: Operation = async (request) => {
  const { store, collection, query, id } = request;
  const relations = expansion(query, collection);
  const paths = fields(query, collection);
  const record = await readRecord(request, id);
  const [expanded = record] = await expandRecords(store, collection, [record], relations);
  return { data: pickFields(expanded, paths) };
};
